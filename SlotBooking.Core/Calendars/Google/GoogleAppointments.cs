using System.Net;
using Newtonsoft.Json.Linq;
using SlotBooking.Core.Markers;

namespace SlotBooking.Core.Calendars.Google;

/// <summary>Puts and removes the events of bookings in one calendar of Google's. There is never more than one of ours for a booking.</summary>
/// <remarks>
/// An event is looked for under its id; where that is not enough (the id is burnt or taken, the event is gone, our knowledge may be older than
/// the calendar) by the booking's id in its private property. People's copies carry that property too: they are left alone.
/// </remarks>
internal sealed class GoogleAppointments(GoogleClient client, GoogleMapping mapping, string calendarId)
{
    private const int MostSteps = 8;
    private const int MostFound = 250;
    private static readonly HttpStatusCode[] NoneExpected = [];
    private static readonly HttpStatusCode[] Absent = [HttpStatusCode.NotFound, HttpStatusCode.Gone];
    private static readonly HttpStatusCode[] AbsentOrChanged = [.. Absent, HttpStatusCode.PreconditionFailed];

    public async Task<PutAppointment> PutAsync(AppointmentEvent wanted, KnownEvent known, CancellationToken cancellationToken)
    {
        var sought = new SoughtEvent(wanted.BookingId, wanted.Generation, known);
        for (var step = 0; step < MostSteps; step++)
        {
            if (sought.HasToBeLookedFor)
            {
                sought.Choose(await LookAsync(wanted.BookingId, cancellationToken), mayAdopt: true);
            }

            if (!sought.MayExist)
            {
                if (await InsertAsync(wanted, sought, cancellationToken) is { } born)
                {
                    return GoogleMapping.Put(sought.Generation, sought.Adopted, born);
                }
            }

            var found = await FindAsync(sought.Id, cancellationToken);
            if (found is null || GoogleMapping.BookingOf(found) != wanted.BookingId)
            {
                sought.IsNotThere(isForeign: found is not null);
            }
            else if (GoogleMapping.IsCancelled(found) && sought.LooksBeforeReviving())
            {
                // Looked for at the next step; what is found standing comes before what has to be revived.
            }
            else if (await BringInLineAsync(found, wanted, cancellationToken) is { } standing)
            {
                return GoogleMapping.Put(sought.Generation, sought.Adopted, standing);
            }
        }

        throw NeverQuiet();
    }

    /// <summary>Puts marks on an event that somebody entered by hand; null when it is gone.</summary>
    public async Task<PutAppointment?> MarkAsync(string eventId, IEventMarks marks, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var found = await FindAsync(eventId, cancellationToken);
            if (found is null || GoogleMapping.IsCancelled(found))
            {
                return null;
            }

            var patch = GoogleMapping.Marks(found, marks.On(found.Summary ?? "", found.ColorId, name: ""));
            if ((patch.HasValues ? await PatchAsync(found, patch, cancellationToken) : found) is { } standing)
            {
                return GoogleMapping.Put(generation: 0, eventId: null, standing);
            }
        }

        throw NeverQuiet();
    }

    /// <summary>Takes what it says of a person out of an event, also out of a cancelled one; done when there is none.</summary>
    public async Task EraseAsync(string eventId, AppointmentEvent wanted, MarkerWords words, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (await FindAsync(eventId, cancellationToken) is not { } found)
            {
                return;
            }

            var patch = GoogleMapping.Marks(found, wanted.LooksErased(found.Summary ?? "", found.ColorId, words));
            if (found.Description is not null && found.Description != wanted.Description)
            {
                patch["description"] = wanted.Description;
            }

            if (!patch.HasValues || await PatchAsync(found, patch, cancellationToken) is not null)
            {
                return;
            }
        }

        throw NeverQuiet();
    }

    public async Task RemoveAsync(Guid bookingId, int generation, KnownEvent known, CancellationToken cancellationToken)
    {
        var sought = new SoughtEvent(bookingId, generation, known);
        for (var step = 0; step < MostSteps; step++)
        {
            if (sought.HasToBeLookedFor)
            {
                sought.Choose(await LookAsync(bookingId, cancellationToken), mayAdopt: false);
            }

            var found = await FindAsync(sought.Id, cancellationToken);
            if (found is null || GoogleMapping.BookingOf(found) != bookingId || GoogleMapping.IsCancelled(found))
            {
                // Absence has the same face as a calendar that is no longer shared: the look, which fails then, tells them apart.
                if (sought.WasLookedFor)
                {
                    return;
                }

                sought.LookFor();
                continue;
            }

            var removed = await client.SendAsync(
                service => new OneEvent<string>(service, calendarId, sought.Id, HttpMethod.Delete) { IfMatch = found.ETag },
                AbsentOrChanged,
                cancellationToken);
            if (!removed.Is(HttpStatusCode.PreconditionFailed))
            {
                return;
            }
        }

        throw NeverQuiet();
    }

    /// <summary>The event that was made; null when its id is taken.</summary>
    private async Task<GoogleEvent?> InsertAsync(AppointmentEvent wanted, SoughtEvent sought, CancellationToken cancellationToken)
    {
        var made = await client.SendAsync(
            service => new InsertEvent(service, calendarId, mapping.New(wanted, sought.Generation)), [HttpStatusCode.Conflict], cancellationToken);
        if (Told(made.Value, sought.Id) is { } born)
        {
            return born;
        }

        sought.IsTaken();
        return null;
    }

    /// <summary>The events that name the booking and stand; among them may be copies that people made.</summary>
    private async Task<List<GoogleEvent>> LookAsync(Guid bookingId, CancellationToken cancellationToken)
    {
        var standing = new List<GoogleEvent>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? page = null;
        do
        {
            var answer = await client.SendAsync(
                service => new ListEvents(service, calendarId)
                {
                    PrivateExtendedProperty = GoogleMapping.FilterFor(bookingId),
                    MaxResults = MostFound,
                    PageToken = page,
                },
                NoneExpected,
                cancellationToken);
            var list = answer.Value is { SaysNothing: false } told ? told : throw GoogleErrors.Unreadable();
            standing.AddRange(list.Told.Where(e => e.Id is not null && !GoogleMapping.IsCancelled(e) && GoogleMapping.BookingOf(e) == bookingId));
            if (list.NextPage is { } next && !seen.Add(next))
            {
                throw GoogleErrors.Unreadable(); // the same page again and again
            }

            page = list.NextPage;
        }
        while (page is not null);
        return [.. standing.DistinctBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>The event with this id, cancelled ones too; null when there is none.</summary>
    public async Task<GoogleEvent?> FindAsync(string id, CancellationToken cancellationToken) =>
        Told((await client.SendAsync(service => new OneEvent<GoogleEvent>(service, calendarId, id, HttpMethod.Get), Absent, cancellationToken)).Value, id);

    /// <summary>The event as it stands then; null when it was changed or removed meanwhile and has to be looked at again.</summary>
    private async Task<GoogleEvent?> BringInLineAsync(GoogleEvent found, AppointmentEvent wanted, CancellationToken cancellationToken) =>
        mapping.Difference(found, wanted) is { } patch ? await PatchAsync(found, patch, cancellationToken) : found;

    private async Task<GoogleEvent?> PatchAsync(GoogleEvent found, JObject patch, CancellationToken cancellationToken) =>
        Told(
            (await client.SendAsync(
                service => new OneEvent<GoogleEvent>(service, calendarId, found.Id!, HttpMethod.Patch, patch) { IfMatch = found.ETag },
                AbsentOrChanged,
                cancellationToken)).Value,
            found.Id!);

    /// <summary>An answer about another event, or about none, is no answer.</summary>
    private static GoogleEvent? Told(GoogleEvent? item, string id) => item is null || item.Id == id ? item : throw GoogleErrors.Unreadable();

    private static CalendarException NeverQuiet() =>
        new(CalendarTrouble.Contested, "Der Termin wurde bei Google immer wieder geändert, während er geschrieben wurde.");
}
