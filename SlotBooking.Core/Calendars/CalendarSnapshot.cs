namespace SlotBooking.Core.Calendars;

/// <summary>How the calendars are, for pages: small, immutable, swapped whole.</summary>
/// <param name="Calendars">The central one first, then the active consultants'.</param>
/// <param name="Waiting">Bookings whose event still has to be written.</param>
/// <param name="Parked">Bookings whose event was refused for good.</param>
/// <param name="ParkedBecause">One reason why, in German.</param>
public sealed record CalendarSnapshot(IReadOnlyList<CalendarKnowledge> Calendars, int Waiting, int Parked, string? ParkedBecause)
{
    /// <summary>Before the first look: nothing is known.</summary>
    public static readonly CalendarSnapshot Unknown = new([], 0, 0, null);

    /// <summary>The central calendar; null before the first look.</summary>
    public CalendarKnowledge? Central => Calendars.FirstOrDefault(c => c.Calendar.Key == CalendarKeys.Central);

    /// <summary>The calendar of this consultant; null when there is none.</summary>
    public CalendarKnowledge? OfConsultant(Guid consultantId) =>
        Calendars.FirstOrDefault(c => CalendarKeys.ConsultantOf(c.Calendar.Key) == consultantId);

    /// <summary>When the oldest knowledge of all was gained, for „Stand vor …“; null when a calendar was never read.</summary>
    public DateTimeOffset? KnownAt => Calendars.Count == 0 || Calendars.Any(c => c.KnownAt is null) ? null : Calendars.Min(c => c.KnownAt);

    /// <summary>Since when Google does not answer; null while it does or when only single calendars of consultants fail.</summary>
    public DateTimeOffset? GoogleAwaySince =>
        Central is { Calendar.IsGoogle: true, FailingSince: { } since } ? since : AllOfGoogleFailingSince;

    /// <summary>A calendar to which Google does not let the service account in; null while there is none. Waiting will not help: an admin has to act.</summary>
    public CalendarKnowledge? LockedOut => Calendars.FirstOrDefault(c => c is { FailingSince: not null, Trouble: CalendarTrouble.TokenTrouble });

    private DateTimeOffset? AllOfGoogleFailingSince =>
        Calendars.Where(c => c.Calendar.IsGoogle).ToList() is { Count: > 0 } google && google.All(c => c.FailingSince is not null)
            ? google.Max(c => c.FailingSince)
            : null;
}
