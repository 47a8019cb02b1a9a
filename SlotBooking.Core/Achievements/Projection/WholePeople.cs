namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Of whom everything has to be loaded; of all others the days that a booking can touch, which is all that is needed nearly always.</summary>
/// <param name="accounts">These people; null for everybody.</param>
internal sealed class WholePeople(IReadOnlyCollection<Guid>? accounts)
{
    /// <summary>Nobody.</summary>
    public WholePeople()
        : this([])
    {
    }

    /// <summary>Everybody.</summary>
    public static WholePeople All { get; } = new(null);

    /// <summary>Whether it is of nobody.</summary>
    public bool IsNobody => accounts is { Count: 0 };

    /// <summary>Whether everything of this person is loaded.</summary>
    public bool Contains(Guid account) => accounts?.Contains(account) ?? true;

    /// <summary>The same and one more; everybody when they would become too many to find out one after another.</summary>
    /// <exception cref="InvalidOperationException">Everything of the person was loaded, and still it was not enough.</exception>
    public WholePeople With(Guid account, int few)
    {
        if (accounts is null || accounts.Contains(account))
        {
            throw new InvalidOperationException("Everything was loaded, and still something was missing.");
        }

        return accounts.Count >= few ? All : new WholePeople([.. accounts, account]);
    }
}
