using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Events;
using SlotBooking.Core.Markers;
using SlotBooking.Core.Persistence;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.CalendarSync.Deletions;

/// <summary>Draws the consequences of what people did to events of ours in the central calendar, in the transaction that brings the mirror up to date.</summary>
/// <remarks>
/// Deleted, and proved: the booking is called off. Missing: it is looked for again. Moved or renamed: time and name are put back.
/// Standing again after a deletion: the booking stands again, too. What still has to be written, or is over, is left alone.
/// </remarks>
internal sealed class OwnEvents(SlotBookingDb db, OfficeClock clock)
{
    private readonly WrittenBookings _written = new(db);
    private readonly Dictionary<Guid, string> _adopted = [];

    /// <summary>Applies what was told of events of ours.</summary>
    public async Task ApplyAsync(CalendarChanges changes, MirrorChange mirror, Evidence evidence, CancellationToken cancellationToken)
    {
        var absences = await db.CalendarAbsences.AsTracking().ToDictionaryAsync(a => a.BookingId, cancellationToken);
        if (mirror.StartsAnew)
        {
            db.CalendarAbsences.RemoveRange(absences.Values);
            return;
        }

        var told = changes.Items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var guessed = changes is { IsFull: true, ShowsAll: true } ? await UnlistedAsync(told, cancellationToken) : [];
        var lacking = changes.ShowsAll ? mirror.Unlisted : [];
        var concerned = await OwnEventIds.ReadAsync(
            db,
            told.Keys.Concat(lacking).Concat(guessed).Concat(evidence.Answers.Keys).Concat(absences.Values.Select(a => a.EventId)),
            cancellationToken);
        var facts = new Facts(
            changes, told, lacking.ToHashSet(StringComparer.Ordinal), guessed.ToHashSet(StringComparer.Ordinal), evidence, absences, mirror.SourceSince);
        foreach (var chunk in concerned.Chunk(200))
        {
            await ApplyAsync(chunk, facts, cancellationToken);
        }
    }

    /// <summary>Events of bookings ahead that a whole list lacks: also those that were written and gone before the mirror ever knew them.</summary>
    private async Task<IReadOnlyCollection<string>> UnlistedAsync(Dictionary<string, CalendarItem> told, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var ahead = await db.Bookings.AsNoTracking()
            .Where(b => b.Status == BookingStatus.Open && b.StartsAt > now && b.CalendarEventId == null)
            .Select(b => new { b.Id, b.CalendarGeneration }).ToListAsync(cancellationToken);
        return [.. ahead.Select(b => AppointmentEventId.Of(b.Id, b.CalendarGeneration)).Where(id => !told.ContainsKey(id))];
    }

    private async Task ApplyAsync(KeyValuePair<string, Guid>[] events, Facts facts, CancellationToken cancellationToken)
    {
        var ids = events.Select(e => e.Value).ToHashSet();
        var adopted = await db.CalendarWrites.AsNoTracking().Where(w => ids.Contains(w.BookingId) && w.EventId != null)
            .ToDictionaryAsync(w => w.BookingId, w => w.EventId!, cancellationToken);
        foreach (var (bookingId, eventId) in adopted)
        {
            _adopted[bookingId] = eventId;
        }

        var byBooking = events.ToLookup(e => e.Value, e => e.Key);
        var glance = await db.Bookings.AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync(cancellationToken);
        var acted = glance.Where(b => byBooking[b.Id].Contains(EventOf(b)) && Consequence(b, facts) is not Consequences.None).Select(b => b.Id).ToList();
        var call = new CalendarCallOff(db, clock.Now);
        foreach (var booking in await call.LockAsync(acted, cancellationToken))
        {
            await ActAsync(call, booking, facts, cancellationToken);
        }
    }

    private async Task ActAsync(CalendarCallOff call, Booking booking, Facts facts, CancellationToken cancellationToken)
    {
        var absence = facts.Absences.GetValueOrDefault(booking.Id);
        var writing = await _written.OfAsync(booking, cancellationToken);
        var consequence = Consequence(booking, facts);
        if (consequence is Consequences.CallOff && !(writing?.NextTryAt <= facts.Evidence.Began))
        {
            consequence = Consequences.LookAgain; // still to be written, or written while the calendar was read: perhaps that was our own echo
        }
        else if (consequence is Consequences.CallOff && absence is not null && !IsToldCancelled(booking, facts) && writing?.NextTryAt > absence.FirstMissingAt)
        {
            absence.FirstMissingAt = clock.Now; // written since it was missed first: that look does not count
            consequence = Consequences.LookAgain;
        }
        else if (consequence is Consequences.PutBack && !(writing?.NextTryAt <= facts.Evidence.Began))
        {
            await _written.AskAgainAsync(booking.Id, cancellationToken); // perhaps it was written just before people edited it
            consequence = Consequences.Settled;
        }
        else if (consequence is Consequences.LookAgain && absence is null && !IsKnownToHaveStood(booking, writing, facts))
        {
            // What is just being written may stand and vanish before anybody knows of it: no list but tomorrow's would miss it then.
            consequence = await _written.IsUnderWayAsync(booking.Id, facts.Evidence.Began, cancellationToken) ? Consequences.LookAgain : Consequences.None;
        }
        else if (consequence is Consequences.Reinstate && writing is null)
        {
            consequence = Consequences.Settled; // what is still to be written decides
        }

        switch (consequence)
        {
            case Consequences.CallOff:
                await call.CallOffAsync(booking, cancellationToken);
                Forget(absence);
                break;
            case Consequences.Reinstate:
                await call.ReinstateAsync(booking, cancellationToken);
                Forget(absence);
                break;
            case Consequences.LookAgain:
                Remember(absence, booking);
                break;
            case Consequences.PutBack:
                PutBack(booking);
                Forget(absence);
                break;
            case Consequences.Found or Consequences.Settled:
                Forget(absence);
                break;
        }
    }

    /// <summary>Only what stood in this very calendar can be missing in it: the calendar told of it, the mirror had it, or it was written since the calendar is ours.</summary>
    private bool IsKnownToHaveStood(Booking booking, CalendarWrite? writing, Facts facts) =>
        facts.Told.ContainsKey(EventOf(booking)) || facts.Lacking.Contains(EventOf(booking)) ||
        (writing is { NextTryAt: var at } && at >= facts.SourceSince && at <= facts.Evidence.Began);

    private bool IsToldCancelled(Booking booking, Facts facts) =>
        facts.Told.GetValueOrDefault(EventOf(booking)) is { IsCancelled: true } || facts.Evidence.About(EventOf(booking)) is Answered.Cancelled;

    private Consequences Consequence(Booking booking, Facts facts)
    {
        var (id, now) = (EventOf(booking), clock.Now);
        var item = facts.Told.GetValueOrDefault(id);
        var answer = facts.Evidence.About(id);
        var standing = item is { IsCancelled: false } ? item : answer is Answered.Stands ? facts.Evidence.Answers[id] : null;
        var absence = facts.Absences.GetValueOrDefault(booking.Id);
        if (standing is not null && answer is not Answered.Cancelled)
        {
            return (booking.Status, booking.StartsAt > now) switch
            {
                (BookingStatus.Open, _) when booking.EndsAt > now && Differs(standing, booking) => Consequences.PutBack,
                (BookingStatus.Cancelled, true) => booking.CancelledInCalendar ? Consequences.Reinstate : Consequences.PutBack,
                _ => absence is null ? Consequences.None : Consequences.Found,
            };
        }

        if (booking.Status != BookingStatus.Open || booking.StartsAt <= now)
        {
            return absence is null ? Consequences.None : Consequences.Settled;
        }

        if (answer is Answered.Cancelled || (item is { IsCancelled: true } && answer is Answered.Absent))
        {
            return Consequences.CallOff;
        }

        var isLacking = facts.Lacking.Contains(id) || facts.Guessed.Contains(id) || (absence is not null && facts.Changes is { IsFull: true, ShowsAll: true });
        if (absence is not null && absence.EventId == id && absence.LookAgainAt <= facts.Evidence.Began && facts.Changes.IsFull)
        {
            var isApart = absence.FirstMissingAt <= facts.Evidence.Began - CalendarAbsence.Apart;
            return isApart && isLacking && answer is Answered.Absent ? Consequences.CallOff : Consequences.LookAgain;
        }

        return absence is null && (isLacking || item is not null) ? Consequences.LookAgain : Consequences.None;
    }

    private void Remember(CalendarAbsence? absence, Booking booking)
    {
        var now = clock.Now;
        absence ??= db.CalendarAbsences.Add(new CalendarAbsence { BookingId = booking.Id, EventId = EventOf(booking), FirstMissingAt = now }).Entity;
        if (absence.EventId != EventOf(booking))
        {
            (absence.EventId, absence.FirstMissingAt) = (EventOf(booking), now);
        }

        absence.LookAgainAt = now + CalendarAbsence.Apart;
    }

    private void Forget(CalendarAbsence? absence)
    {
        if (absence is not null)
        {
            db.CalendarAbsences.Remove(absence);
        }
    }

    /// <summary>The outbox hears of it: what people edit again and again it answers later and later.</summary>
    private void PutBack(Booking booking) =>
        db.Events.Add(new OfficeEvent { Kind = EventKinds.EditedInCalendar, At = clock.Now, BookingId = booking.Id, Day = booking.Day, Start = booking.Start });

    private static bool Differs(CalendarItem item, Booking booking) =>
        item.IsAllDay || item.IsRepeated || item.Range != new TimeRange(booking.StartsAt, booking.EndsAt) ||
        AppointmentTitle.Merge(item.Title, AppointmentName.Of(booking)) != item.Title;

    private string EventOf(Booking booking) => _adopted.GetValueOrDefault(booking.Id) ?? AppointmentEventId.Of(booking.Id, booking.CalendarGeneration);

    /// <summary>What follows for one booking.</summary>
    private enum Consequences
    {
        None,
        Found,
        Settled,
        LookAgain,
        CallOff,
        Reinstate,
        PutBack,
    }

    private sealed record Facts(
        CalendarChanges Changes,
        Dictionary<string, CalendarItem> Told,
        HashSet<string> Lacking,
        HashSet<string> Guessed,
        Evidence Evidence,
        Dictionary<Guid, CalendarAbsence> Absences,
        DateTimeOffset SourceSince);
}
