using SlotBooking.Core.Events;

namespace SlotBooking.Core.Achievements.Projection;

/// <summary>Events on which the rules broke. Whoever meets one throws away what was begun and begins again without it, live and anew, so that the same rows come out.</summary>
internal sealed class BrokenEvents
{
    private static readonly GameFact Broken = new GameFact.Unreadable("Die Regeln des Spiels sind an diesem Ereignis gescheitert. Das Protokoll des Programms nennt den Fehler.");
    private readonly HashSet<long> _numbers = [];

    /// <summary>Leaves the event out from now on.</summary>
    /// <exception cref="InvalidOperationException">It was left out already, so that it would break for ever.</exception>
    public void Add(BrokenEventException exception)
    {
        if (!_numbers.Add(exception.Number))
        {
            throw new InvalidOperationException("The rules broke on an event that was left out.", exception);
        }
    }

    /// <summary>The fact that the event tells of, or null.</summary>
    public GameFact? Read(OfficeEvent told) => _numbers.Contains(told.Sequence) ? Broken : FactReader.Read(told);

    /// <summary>Lets the rules take a fact in; answers the event as one that is parked when it stays out.</summary>
    /// <exception cref="BrokenEventException">The rules broke on it; what they changed until then is worthless.</exception>
    public static ParkedEvent? Take(Game game, GameFact fact, OfficeEvent told, Action<OfficeEvent> taken)
    {
        try
        {
            if (game.Take(fact, new Stamp(told.At, told.Transaction, told.Sequence)) is { } refusal)
            {
                return new ParkedEvent { EventNumber = told.Sequence, Kind = told.Kind, At = told.At, Reason = refusal };
            }

            taken(told);
            return null;
        }
        catch (Exception exception) when (exception is not (NotWholeException or OutOfMemoryException))
        {
            throw new BrokenEventException(told.Sequence, exception);
        }
    }
}

/// <summary>The rules broke on an event.</summary>
/// <param name="number">The event's number.</param>
/// <param name="cause">What happened.</param>
internal sealed class BrokenEventException(long number, Exception cause) : Exception("The rules broke on an event.", cause)
{
    /// <summary>The event's number.</summary>
    public long Number => number;
}
