namespace SlotBooking.Core.Availability;

/// <summary>What is known of one consultant when readiness is worked out.</summary>
/// <param name="Consultant">Who.</param>
/// <param name="WasRead">False while the calendar has never been read: then nothing is known, and nothing is changed.</param>
/// <param name="Items">The calendar's events around the window.</param>
internal sealed record ConsultantFacts(Consultant Consultant, bool WasRead, IReadOnlyCollection<BusyItem> Items);
