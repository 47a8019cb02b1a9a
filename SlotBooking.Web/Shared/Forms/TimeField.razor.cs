using Microsoft.AspNetCore.Components;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Picks a time of day from a clock face, or reads it as <see cref="TimeText"/> does. For pages under AdminLayout.</summary>
public sealed partial class TimeField
{
    private static readonly TimeConverter Converter = new();
    private Dictionary<string, object?> _attributes = [];
    private TimeOnly? _shown;
    private string _text = "";

    /// <summary>Connects the label with the field.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Stands above the field.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Goes onto the outermost element.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>The field's name in its form.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>The chosen time of day.</summary>
    [Parameter]
    public TimeOnly? Value { get; set; }

    /// <summary>Called with the time that was chosen or typed; null when the field is empty or holds no time.</summary>
    [Parameter]
    public EventCallback<TimeOnly?> ValueChanged { get; set; }

    private string Written => _shown is { } time ? OfficeDates.Clock(time) : "";

    /// <inheritdoc />
    protected override void OnInitialized() => _attributes = new() { ["name"] = Name };

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_shown != Value)
        {
            _shown = Value;
            _text = Written;
        }
    }

    private Task SetAsync(TimeSpan? time)
    {
        _shown = time is { } chosen ? TimeOnly.FromTimeSpan(chosen) : null;
        return ValueChanged.InvokeAsync(_shown);
    }

    /// <summary>Writes out what was understood; anything else stays as it was typed.</summary>
    private void Show(string text) => _text = _shown is not null && TimeText.Read(text) == _shown ? Written : text;
}
