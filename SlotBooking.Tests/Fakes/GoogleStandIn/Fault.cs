namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>How one answer goes wrong.</summary>
internal abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Refuses with a status and a reason, without doing anything.</summary>
    public sealed record Refuse(int Status, string Reason = "backendError", int? RetryAfterSeconds = null) : Fault;

    /// <summary>Does what was asked, then cuts the connection.</summary>
    public sealed record LoseAnswer : Fault;

    /// <summary>Cuts the connection at once.</summary>
    public sealed record Reset : Fault;

    /// <summary>Never answers.</summary>
    public sealed record Hang : Fault;

    /// <summary>Does what was asked, then answers with half of the JSON.</summary>
    public sealed record Garble : Fault;
}
