namespace SlotBooking.Web.Shared;

/// <summary>A button of a row was pressed: one listener for a whole list instead of some for each row, which every open page would keep.</summary>
public sealed class RowActEventArgs : EventArgs
{
    /// <summary>The <c>data-act</c> of the button; empty when something else was pressed.</summary>
    public string Act { get; set; } = "";

    /// <summary>The <c>data-id</c> of the row.</summary>
    public string Id { get; set; } = "";
}
