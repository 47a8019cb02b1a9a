using System.ComponentModel.DataAnnotations;

namespace SlotBooking.Core.Accounts;

/// <summary>How long a sign-in lasts; section <c>Session</c>.</summary>
public sealed class SessionLimits
{
    /// <summary>Minutes without a sign of life until the session ends. The default bridges a lunch break.</summary>
    [Range(1, 1440, ErrorMessage = "Session:IdleMinutes muss eine ganze Zahl von 1 bis 1440 sein.")]
    public int IdleMinutes { get; set; } = 120;

    /// <summary>Hours until the session ends in any case. The default covers a long working day.</summary>
    [Range(1, 168, ErrorMessage = "Session:AbsoluteHours muss eine ganze Zahl von 1 bis 168 sein.")]
    public int AbsoluteHours { get; set; } = 12;

    /// <summary>Whether a session that began and was last seen at the times given still counts.</summary>
    public bool Allows(DateTimeOffset startedAt, DateTimeOffset lastSeenAt, DateTimeOffset now) =>
        now < startedAt.AddHours(AbsoluteHours) && now < lastSeenAt.AddMinutes(IdleMinutes);
}
