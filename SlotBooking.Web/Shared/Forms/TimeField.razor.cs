using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Picks a time of day from a clock face, or reads it as <see cref="TimeText"/> does. For pages under AdminLayout.</summary>
public sealed partial class TimeField
{
    private readonly TimeConverter _converter;
    private TimeOnly? _shown;
    private string _text = "";
    private bool _isWrong;

    /// <summary>Makes the field.</summary>
    public TimeField() => _converter = new TimeConverter(() => _shown);

    /// <summary>Connects the label with the field.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Stands above the field.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Goes onto the outermost element.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>The chosen time of day.</summary>
    [Parameter]
    public TimeOnly? Value { get; set; }

    /// <summary>Called with the time that was chosen or typed; null when the field is empty or holds no time.</summary>
    [Parameter]
    public EventCallback<TimeOnly?> ValueChanged { get; set; }

    /// <summary>Goes onto the input: its name, a test id.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object?> Attributes { get; set; } = new Dictionary<string, object?>();

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    private string Written => _shown is { } time ? OfficeDates.Clock(time) : "";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_shown != Value && !(_isWrong && Value is null))
        {
            (_shown, _isWrong) = (Value, false);
            _text = Written;
        }
    }

    private Task SetAsync(TimeSpan? time)
    {
        (_shown, _isWrong) = (time is { } chosen ? TimeOnly.FromTimeSpan(chosen) : null, false);
        return ValueChanged.InvokeAsync(_shown);
    }

    /// <summary>Writes out what was understood; anything else stays as it was typed, and no time is chosen.</summary>
    private async Task ShowAsync(string text)
    {
        var wasWrong = _isWrong;
        var read = TimeText.Read(text);
        _isWrong = read is null && !string.IsNullOrWhiteSpace(text);
        _text = _isWrong || read is null ? text : OfficeDates.Clock(read.Value);
        if (_isWrong)
        {
            await ValueChanged.InvokeAsync(null);
        }
        else if (wasWrong && _shown == read)
        {
            await ValueChanged.InvokeAsync(read); // the picker has not heard of the wrong one, so it sees no change
        }
    }
}
