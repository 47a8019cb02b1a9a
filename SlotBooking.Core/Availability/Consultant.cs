using SlotBooking.Core.Calendars;

namespace SlotBooking.Core.Availability;

/// <summary>Somebody who holds appointments, with the calendar that tells when.</summary>
public sealed class Consultant
{
    /// <summary>Version 7, made when the consultant is added.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>As agents see it; unique without regard to case.</summary>
    public required string Name { get; set; }

    /// <summary>Google's calendar id, or null while readiness is kept in the local calendar.</summary>
    public string? CalendarId { get; set; }

    /// <summary>The account that may set this consultant's readiness, if there is one.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Counts as ready in the weeks beyond the generated window (standard staffing).</summary>
    public bool IsFullTime { get; set; }

    /// <summary>Inactive consultants are not read and count nowhere, but keep their history.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The order in lists; ties go by name.</summary>
    public int Position { get; set; }

    /// <summary>The key of this consultant's calendar in mirrors and states.</summary>
    public string CalendarKey => CalendarKeys.Of(Id);
}
