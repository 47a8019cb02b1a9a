namespace SlotBooking.Core.Availability;

/// <summary>One consultant named in the configuration.</summary>
/// <param name="Name">As agents see it.</param>
/// <param name="CalendarId">Google's id of the consultant's calendar.</param>
public sealed record ConsultantEntry(string Name, string CalendarId);
