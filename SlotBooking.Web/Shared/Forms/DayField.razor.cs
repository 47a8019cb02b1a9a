using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Picks a day from a calendar with week numbers, or reads it as <see cref="DayText"/> does. For pages under AdminLayout.</summary>
public sealed partial class DayField
{
    private readonly DayConverter _converter;
    private DateOnly? _shown;
    private string _text = "";

    /// <summary>Makes the field.</summary>
    public DayField() => _converter = new DayConverter(() => Clock.Today);

    /// <summary>Connects the label with the field.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Stands above the field.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Leaves the label to screen readers, where the field's place says enough.</summary>
    [Parameter]
    public bool IsLabelHidden { get; set; }

    /// <summary>Goes onto the outermost element.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>Has a button that empties the field.</summary>
    [Parameter]
    public bool IsClearable { get; set; }

    /// <summary>Says so below the field when it is left empty.</summary>
    [Parameter]
    public bool IsRequired { get; set; }

    /// <summary>The first day that the calendar offers.</summary>
    [Parameter]
    public DateOnly? Earliest { get; set; }

    /// <summary>The chosen day.</summary>
    [Parameter]
    public DateOnly? Value { get; set; }

    /// <summary>Called with the day that was chosen or typed; null when the field is empty or holds no day.</summary>
    [Parameter]
    public EventCallback<DateOnly?> ValueChanged { get; set; }

    /// <summary>Goes onto the input: its name, a test id.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object?> Attributes { get; set; } = new Dictionary<string, object?>();

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    private DateTime? Date => _shown?.ToDateTime(TimeOnly.MinValue);

    private DateTime? MinDate => Earliest?.ToDateTime(TimeOnly.MinValue);

    private string Written => _shown is { } day ? DayText.Write(day) : "";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_shown != Value)
        {
            _shown = Value;
            _text = Written;
        }
    }

    private Task SetAsync(DateTime? date)
    {
        _shown = date is { } chosen ? DateOnly.FromDateTime(chosen) : null;
        return ValueChanged.InvokeAsync(_shown);
    }

    /// <summary>Writes out what was understood; anything else stays as it was typed.</summary>
    private void Show(string text) => _text = _shown is not null && DayText.Read(text, Clock.Today) == _shown ? Written : text;
}
