namespace SlotBooking.Tests.Architecture;

/// <summary>An exception to a rule, with its reason.</summary>
internal sealed record AllowedArrow(string From, string To, string Reason)
{
    public bool Covers(FolderArrow arrow) => (From, To) == (arrow.From, arrow.To);
}
