using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;

namespace SlotBooking.Core.Bookings.History;

/// <summary>Makes one story of what log, outcomes and commands keep, without telling anything twice. Pure.</summary>
/// <remarks>
/// Outcomes are told by their own table, everything else by the log. Calling off and standing again are in both: those changes are left
/// to the log, which says more.
/// </remarks>
internal static class HistoryTeller
{
    /// <summary>Two rows of one transaction may differ by microseconds; two of different ones hardly are that near and of the same kind.</summary>
    private static readonly TimeSpan SameMoment = TimeSpan.FromMilliseconds(1);

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<HistoryEntry> Tell(HistoryRows rows, IReadOnlyDictionary<Guid, string> names)
    {
        var changes = rows.Changes.ToList();
        foreach (var told in rows.Events.Where(e => CallsOff(e.Kind) || e.Kind == EventKinds.Restored))
        {
            var same = changes.FindIndex(c => Near(c.At, told.At) && (CallsOff(told.Kind) ? c.To : c.From) == BookingStatus.Cancelled);
            if (same >= 0)
            {
                changes.RemoveAt(same);
            }
        }

        var entries = new List<HistoryEntry>();
        foreach (var told in rows.Events.Where(e => e.Kind != EventKinds.Announced || !changes.Exists(c => Near(c.At, e.At))))
        {
            if (FactOf(told, rows) is { } fact)
            {
                entries.Add(new HistoryEntry(fact, told.At, Name(told.AccountId), SourceOf(told), IsUndo(told.At, told.AccountId)));
            }
        }

        entries.AddRange(changes.Select(c => new HistoryEntry(
            c is { To: BookingStatus.Cancelled, Source: OutcomeSource.Calendar, Detail: null } ? new HistoryFact.DeletedInCalendar() : new HistoryFact.Outcome(c.From, c.To, c.Detail),
            c.At,
            Name(c.AccountId),
            c.Source switch { OutcomeSource.Page => HistorySource.Page, OutcomeSource.Calendar => HistorySource.Calendar, _ => HistorySource.Job },
            IsUndo(c.At, c.AccountId))));

        // What is equally old was written in this order; the sort keeps it.
        return [.. entries.OrderBy(e => e.At).Reverse()];

        string? Name(Guid? id) => id is { } account ? names.GetValueOrDefault(account) : null;

        bool IsUndo(DateTimeOffset at, Guid? by) => by is not null && rows.Commands.Any(c => c.Kind == "undo" && c.AccountId == by && Near(c.At, at));
    }

    private static HistoryFact? FactOf(OfficeEvent told, HistoryRows rows) => told.Kind switch
    {
        EventKinds.Booked => new HistoryFact.Booked(SlotOf(told)),
        EventKinds.Moved => new HistoryFact.Moved(
            new Slot(told.OtherDay ?? told.Day!.Value, told.OtherStart ?? told.Start!.Value),
            SlotOf(told),
            Enum.TryParse<MoveReason>(told.Detail?.Trim('"'), out var reason) ? reason : null),
        EventKinds.Confirmed => new HistoryFact.Confirmed(told.Detail?.Contains("true", StringComparison.Ordinal) == true),
        EventKinds.CallBack => NotedBy(told, rows),
        EventKinds.Cancelled => new HistoryFact.Cancelled(ReasonOf(told, rows)),
        EventKinds.CancelledInCalendar => new HistoryFact.DeletedInCalendar(),
        EventKinds.Restored => new HistoryFact.Restored(),
        EventKinds.EditedInCalendar => new HistoryFact.EditedInCalendar(),
        EventKinds.FoundInCalendar => new HistoryFact.FoundInCalendar(SlotOf(told), IsFirst: rows.Events.First(e => e.Kind == told.Kind) == told),
        EventKinds.Announced => new HistoryFact.Announced(),
        EventKinds.Anonymised => new HistoryFact.Anonymised(),
        _ => null,
    };

    /// <summary>The next command that replaced a reason keeps it; the last one stands with the booking.</summary>
    private static string? ReasonOf(OfficeEvent told, HistoryRows rows) => rows.Commands
        .Where(c => c.At > told.At).Select(c => BeforeState.Read(c.Before)?.CancelReason).FirstOrDefault(r => r is not null) ?? rows.Booking.CancelReason;

    /// <summary>What was noted is what the next note, or the undoing of this one, replaced; the last one stands with the booking.</summary>
    private static HistoryFact.CallBack NotedBy(OfficeEvent told, HistoryRows rows)
    {
        var notes = rows.Commands.Where(c => c.Kind == "callBack").ToList();
        var ids = notes.Select(c => c.CommandId).Concat(notes.Select(c => c.UndoneBy).OfType<Guid>()).ToHashSet();
        if (rows.Commands.FirstOrDefault(c => ids.Contains(c.CommandId) && c.At > told.At && !Near(c.At, told.At)) is not { } next)
        {
            return new(rows.Booking.CallBackOn, rows.Booking.CallBackNote);
        }

        return BeforeState.Read(next.Before) is { } before ? new(before.CallBackOn, before.CallBackNote) : new(null, null);
    }

    private static HistorySource SourceOf(OfficeEvent told) => told.Kind switch
    {
        EventKinds.CancelledInCalendar or EventKinds.EditedInCalendar or EventKinds.FoundInCalendar => HistorySource.Calendar,
        _ when told.AccountId is not null => HistorySource.Page,
        EventKinds.Restored or EventKinds.Announced => HistorySource.Calendar,
        _ => HistorySource.Job,
    };

    private static bool CallsOff(string kind) => kind is EventKinds.Cancelled or EventKinds.CancelledInCalendar;

    private static Slot SlotOf(OfficeEvent told) => new(told.Day!.Value, told.Start!.Value);

    private static bool Near(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() < SameMoment;
}
