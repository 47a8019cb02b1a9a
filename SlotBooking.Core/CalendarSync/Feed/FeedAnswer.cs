namespace SlotBooking.Core.CalendarSync.Feed;

/// <summary>What came of asking for a link, or for the end of one.</summary>
public abstract record FeedAnswer
{
    private FeedAnswer()
    {
    }

    /// <summary>There is a new link.</summary>
    /// <param name="Token">Its secret; said this once.</param>
    /// <param name="Link">The rest of it.</param>
    public sealed record Made(string Token, FeedLinkView Link) : FeedAnswer
    {
        /// <inheritdoc />
        public override string ToString() => "Made"; // not even by accident into a log
    }

    /// <summary>The link does not work any more.</summary>
    public sealed record Revoked : FeedAnswer;

    /// <summary>Another window was faster; nothing was done.</summary>
    /// <param name="Link">What there is now; null for none.</param>
    public sealed record ChangedMeanwhile(FeedLinkView? Link) : FeedAnswer;

    /// <summary>The account books nobody, or not any more.</summary>
    public sealed record NotAllowed : FeedAnswer;
}

/// <summary>A link as its owner sees it.</summary>
/// <param name="Id">Which one.</param>
/// <param name="MadeAt">Since when.</param>
/// <param name="FetchedAt">When it was last fetched; null for never.</param>
public sealed record FeedLinkView(Guid Id, DateTimeOffset MadeAt, DateTimeOffset? FetchedAt);
