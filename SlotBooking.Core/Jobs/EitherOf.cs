namespace SlotBooking.Core.Jobs;

/// <summary>Whenever one of two schedules says so; where both do, once.</summary>
/// <param name="One">A schedule.</param>
/// <param name="Other">Another one.</param>
public sealed record EitherOf(Schedule One, Schedule Other) : Schedule
{
    /// <inheritdoc />
    public override IEnumerable<DateTimeOffset> After(DateTimeOffset instant)
    {
        using var one = One.After(instant).GetEnumerator();
        using var other = Other.After(instant).GetEnumerator();
        one.MoveNext();
        other.MoveNext();
        while (true)
        {
            var (next, fromOne, fromOther) = (one.Current < other.Current ? one.Current : other.Current, one.Current <= other.Current, other.Current <= one.Current);
            yield return next;
            _ = (fromOne && one.MoveNext(), fromOther && other.MoveNext());
        }
    }
}
