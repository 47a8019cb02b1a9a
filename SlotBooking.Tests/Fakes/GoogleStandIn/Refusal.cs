namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>Google says no, in Google's form.</summary>
internal sealed class Refusal(int status, string reason) : Exception(reason)
{
    public int Status { get; } = status;

    public string Reason { get; } = reason;

    public int? RetryAfterSeconds { get; init; }

    /// <summary>What stands in the answer for people.</summary>
    public string Text { get; init; } = "The stand-in refuses.";
}
