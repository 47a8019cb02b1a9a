namespace SlotBooking.Tests.Architecture;

/// <summary>All uses of one folder's types by another folder.</summary>
internal sealed record FolderArrow(string From, string To, IReadOnlyList<TypeArrow> Uses)
{
    public override string ToString() => $"{From} → {To}";
}
