namespace SlotBooking.Tests.Fakes.GoogleStandIn;

/// <summary>How one answer goes wrong.</summary>
internal abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Refuses with a status and a reason, without doing anything.</summary>
    public sealed record Refuse(int Status, string Reason = "backendError", int? RetryAfterSeconds = null) : Fault
    {
        public string Message { get; init; } = "The stand-in refuses.";
    }

    /// <summary>Something between answers with a page for people, without asking Google.</summary>
    public sealed record Html(int Status) : Fault;

    /// <summary>Answers 200 with this text as JSON, without doing anything.</summary>
    public sealed record Say(string Text) : Fault;

    /// <summary>Does what was asked, then answers with nothing at all, or with an object that says nothing.</summary>
    public sealed record Empty(bool IsObject = false) : Fault;

    /// <summary>Does what was asked, then cuts the connection in the middle of the answer, or leaves it there for ever.</summary>
    public sealed record Truncate(bool Stalls = false) : Fault;

    /// <summary>Nothing goes wrong, but somebody does something just before the request is carried out.</summary>
    public sealed record Meanwhile(Action Act) : Fault;

    /// <summary>Holds the request for ever, before or after it does what was asked.</summary>
    public sealed record Hold(bool Applies) : Fault
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends when a request is held.</summary>
        public Task Reached => _reached.Task;

        public void Reach() => _reached.TrySetResult();
    }

    /// <summary>Does what was asked, then cuts the connection.</summary>
    public sealed record LoseAnswer : Fault;

    /// <summary>Cuts the connection at once.</summary>
    public sealed record Reset : Fault;

    /// <summary>Never answers.</summary>
    public sealed record Hang : Fault;

    /// <summary>Does what was asked, then answers with half of the JSON.</summary>
    public sealed record Garble : Fault;
}
