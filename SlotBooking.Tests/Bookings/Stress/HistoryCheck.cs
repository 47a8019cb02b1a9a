using SlotBooking.Core.Bookings;

namespace SlotBooking.Tests.Bookings.Stress;

/// <summary>Judges what the workers saw and what the database holds, without any of the product's own counting.</summary>
internal sealed class HistoryCheck(IReadOnlyList<Step> steps, IReadOnlyList<Booking> stored, IReadOnlyList<SlotPlace> places, int capacity)
{
    /// <summary>Everything that is wrong; empty when all is well.</summary>
    public IReadOnlyList<string> Faults() => [.. Overbooked(), .. Lost(), .. RefusedWithoutCause(), .. UnexpectedAnswers()];

    /// <summary>No slot above its capacity, no place sold twice, places and bookings agree.</summary>
    private IEnumerable<string> Overbooked()
    {
        foreach (var slot in stored.Where(b => b.Status == BookingStatus.Open).GroupBy(b => b.Slot).Where(g => g.Count() > capacity))
        {
            yield return $"{slot.Key} holds {slot.Count()} bookings in {capacity} places";
        }

        foreach (var place in places.Where(p => p.Number > capacity))
        {
            yield return $"{place.Day} {place.Start} has sold place {place.Number} of {capacity}";
        }

        var held = stored.Where(b => b.Status == BookingStatus.Open).Select(b => (b.Id, b.Day, b.Start)).ToHashSet();
        if (!held.SetEquals(places.Select(p => (p.BookingId, p.Day, p.Start))))
        {
            yield return "places and open bookings disagree";
        }
    }

    /// <summary>Every booking stands as its last answered command left it, or as an unanswered one after that would.</summary>
    private IEnumerable<string> Lost()
    {
        var byId = stored.ToDictionary(b => b.Id);
        var unanswered = steps.GroupBy(s => s.CommandId).Where(g => g.All(s => s.Outcome is null)).Select(g => g.First()).ToLookup(s => s.BookingId);
        foreach (var history in steps.Where(s => s is { Outcome: "done", BookingId: not null }).GroupBy(s => s.BookingId!.Value))
        {
            var last = history.MaxBy(s => s.At)!;
            if (!byId.TryGetValue(history.Key, out var booking))
            {
                yield return $"acknowledged booking {history.Key} is gone";
            }
            else if (!Matches(booking, last) && !unanswered[history.Key].Any(s => Matches(booking, s)))
            {
                yield return $"booking {history.Key} stands at {booking.Slot} as {booking.Status}, but {last.Kind} to {last.Slot} was acknowledged";
            }
        }
    }

    private static bool Matches(Booking booking, Step step) => step.Kind == "cancel"
        ? booking.Status == BookingStatus.Cancelled
        : booking.Status == BookingStatus.Open && booking.Slot.ToString() == step.Slot;

    /// <summary>While a command was under way that was told „full“, there must have been a moment when the slot could be full.</summary>
    private IEnumerable<string> RefusedWithoutCause()
    {
        var stays = Stays().ToLookup(s => s.Slot);
        foreach (var refused in steps.Where(s => s.Outcome == "full"))
        {
            var from = steps.First(s => s.CommandId == refused.CommandId && s.Outcome is null).At;
            var during = stays[refused.Slot].Where(s => s.From <= refused.At && s.To >= from).ToArray();
            var moments = during.Select(s => Math.Max(s.From, from)).Append(from);
            if (moments.Max(at => during.Count(s => s.From <= at && s.To >= at)) < capacity)
            {
                yield return $"{refused.Slot} was called full although it cannot have been";
            }
        }
    }

    /// <summary>The longest time each booking can have held each of its slots.</summary>
    private IEnumerable<(string Slot, long From, long To)> Stays()
    {
        var sent = steps.Where(s => s.Outcome is null).ToDictionary(s => s.CommandId);
        foreach (var lost in steps.GroupBy(s => s.CommandId).Where(g => g.Count() == 1).Select(g => g.First()).Where(s => s.Kind != "cancel"))
        {
            yield return (lost.Slot, lost.At, long.MaxValue); // never answered: may have happened at any time since
        }

        foreach (var history in steps.Where(s => s.Outcome == "done").GroupBy(s => s.BookingId))
        {
            var answers = history.OrderBy(s => s.At).ToArray();
            for (var i = 0; i < answers.Length; i++)
            {
                if (answers[i].Kind != "cancel")
                {
                    yield return (answers[i].Slot, sent[answers[i].CommandId].At, i + 1 < answers.Length ? answers[i + 1].At : long.MaxValue);
                }
            }
        }
    }

    private IEnumerable<string> UnexpectedAnswers() => steps
        .Where(s => s.Outcome is not (null or "done" or "full"))
        .Select(s => $"{s.Kind} at {s.Slot} was answered {s.Outcome}");
}
