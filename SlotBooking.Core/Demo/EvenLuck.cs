namespace SlotBooking.Core.Demo;

/// <summary>Luck that evens out: of many tries with the same odds as many succeed as should, give or take one.</summary>
/// <remarks>Plain chance would be several percentage points off in a small group, and the figures of the demo are meant to be recognised.</remarks>
internal sealed class EvenLuck(Random random)
{
    private readonly Dictionary<object, double> _owed = [];

    /// <summary>Whether this try succeeds.</summary>
    /// <param name="group">Tries of one group even out among each other.</param>
    /// <param name="odds">Between 0 and 1.</param>
    public bool Succeeds(object group, double odds)
    {
        var owed = (_owed.TryGetValue(group, out var known) ? known : random.NextDouble()) + odds;
        _owed[group] = owed >= 1 ? owed - 1 : owed;
        return owed >= 1;
    }
}
