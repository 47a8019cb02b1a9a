using Microsoft.AspNetCore.Components;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Takes a whole number; the arrow keys count up and down. For pages under AdminLayout.</summary>
public sealed partial class NumberField
{
    /// <summary>Connects the label with the field.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Stands above the field; where there is none, <c>aria-label</c> is given.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>Goes onto the outermost element.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>Tells each key press instead of waiting until the field is left.</summary>
    [Parameter]
    public bool IsImmediate { get; set; }

    /// <summary>The number.</summary>
    [Parameter]
    public int? Value { get; set; }

    /// <summary>Called with the number; null when the field is empty.</summary>
    [Parameter]
    public EventCallback<int?> ValueChanged { get; set; }

    /// <summary>Goes onto the input: its name, a test id, a label for screen readers.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object?> Attributes { get; set; } = new Dictionary<string, object?>();
}
