namespace SlotBooking.Core.Calendars.Google;

/// <summary>Which event a booking's is, as far as a write has found out. Decides; asks nobody.</summary>
internal sealed class SoughtEvent
{
    private readonly Guid _bookingId;
    private string? _adopted;
    private string? _copy;
    private bool _idIsTaken;

    public SoughtEvent(Guid bookingId, int generation, KnownEvent known)
    {
        _bookingId = bookingId;
        _adopted = known.EventId;
        Generation = generation;
        MayExist = known.ETag is not null || known.EventId is not null;
        HasToBeLookedFor = !known.IsCertain;
    }

    public int Generation { get; private set; }

    /// <summary>False when the next step is to make it.</summary>
    public bool MayExist { get; private set; }

    /// <summary>True when the calendar has to be asked for events of the booking before the next step.</summary>
    public bool HasToBeLookedFor { get; private set; }

    public bool WasLookedFor { get; private set; }

    public string Id => _adopted ?? AppointmentEventId.Of(_bookingId, Generation);

    /// <summary>The id when it is not made of booking and generation.</summary>
    public string? Adopted => _adopted;

    public void LookFor() => HasToBeLookedFor = true;

    /// <summary>Takes what stands: an event whose id is ours, the latest; else, if it may and ours is gone, the oldest that names the booking.</summary>
    public void Choose(IReadOnlyList<GoogleEvent> standing, bool mayAdopt)
    {
        (HasToBeLookedFor, WasLookedFor) = (false, true);
        if (standing.Any(e => e.Id == _adopted))
        {
            MayExist = true;
        }
        else if (Ours(standing) is { } generation)
        {
            (_adopted, Generation, MayExist) = (null, generation, true);
        }
        else if (mayAdopt && standing.Count > 0)
        {
            // Perhaps a person's copy of an event that is only cancelled: it is ours when nothing has our id.
            _copy = standing.OrderBy(e => e.Created, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal).First().Id;
            MayExist = true;
        }
    }

    /// <summary>The insert was refused: something has this id.</summary>
    public void IsTaken() => (MayExist, _idIsTaken) = (true, true);

    /// <summary>Under this id there is nothing, or an event of somebody else.</summary>
    public void IsNotThere(bool isForeign)
    {
        if (_adopted is not null)
        {
            (_adopted, MayExist) = (null, true);
        }
        else if (isForeign || _idIsTaken)
        {
            // Taken, or burnt by an event that is gone for good: the next one.
            (Generation, MayExist, _idIsTaken) = (Generation + 1, _copy is not null, false);
            HasToBeLookedFor = !WasLookedFor;
        }
        else if (_copy is not null)
        {
            (_adopted, _copy, MayExist) = (_copy, null, true);
        }
        else
        {
            MayExist = false;
            HasToBeLookedFor = !WasLookedFor;
        }
    }

    /// <summary>A cancelled event was found: true when the calendar has to be asked first whether another of ours stands.</summary>
    public bool LooksBeforeReviving() => HasToBeLookedFor = !WasLookedFor;

    private int? Ours(IReadOnlyList<GoogleEvent> standing) => standing.Select(e => AppointmentEventId.GenerationOf(e.Id!, _bookingId)).Max();
}
