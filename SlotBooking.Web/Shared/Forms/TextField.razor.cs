using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Takes a line of text. For pages under AdminLayout.</summary>
public sealed partial class TextField
{
    /// <summary>Connects the label with the field.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Stands above the field.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Goes onto the outermost element.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>The most characters that it takes.</summary>
    [Parameter]
    public int MaxLength { get; set; } = 200;

    /// <summary>Says so below the field when it is left empty.</summary>
    [Parameter]
    public bool IsRequired { get; set; }

    /// <summary>The text.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Called with the text when the field is left.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>Goes onto the input: its name, a test id.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object?> Attributes { get; set; } = new Dictionary<string, object?>();

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;
}
