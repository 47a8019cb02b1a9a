using SlotBooking.Core.Bookings;

namespace SlotBooking.Tests.Outcomes;

/// <summary>What an appointment has to be, told a second time in few words and with tables of its own, to hold the product against.</summary>
internal sealed class ModelAppointment(string name, DateTimeOffset endsAt, bool isByHand)
{
    private static readonly Dictionary<string, BookingStatus> Words = new(StringComparer.Ordinal)
    {
        ["( erschienen )"] = BookingStatus.Completed,
        ["(Nicht Erschienen)"] = BookingStatus.NoShow,
        ["( GHOST )"] = BookingStatus.Ghost,
        ["( abgesagt )"] = BookingStatus.Cancelled,
        ["(verschoben )"] = BookingStatus.Rescheduled,
        ["( Ueberhang )"] = BookingStatus.Overhang,
        ["( Exit )"] = BookingStatus.Exit,
        ["( Vorbehalt )"] = BookingStatus.Open,
        ["( foo )"] = BookingStatus.Open,
    };

    private static readonly Dictionary<string, BookingStatus> Colours = new(StringComparer.Ordinal)
    {
        ["2"] = BookingStatus.Completed,
        ["9"] = BookingStatus.Completed,
        ["11"] = BookingStatus.NoShow,
        ["6"] = BookingStatus.Cancelled,
        ["8"] = BookingStatus.Open,
        ["99"] = BookingStatus.Open,
    };

    private BookingStatus? _before;
    private DateTimeOffset? _decidedAt;

    public static IReadOnlyList<string> AllWords { get; } = [.. Words.Keys];

    public static IReadOnlyList<string> AllColours { get; } = [.. Colours.Keys];

    public string Name { get; set; } = name;

    public List<string> Markers { get; } = [];

    public string Colour { get; set; } = "2";

    public DateTimeOffset EndsAt { get; set; } = endsAt;

    public BookingStatus Status { get; private set; }

    /// <summary>Every status it had, the first being open.</summary>
    public List<BookingStatus> History { get; } = [BookingStatus.Open];

    /// <summary>An appointment entered by hand is no booking before it was due.</summary>
    public bool IsKnown { get; private set; } = !isByHand;

    public bool IsByHand => isByHand;

    public string Title => string.Join(' ', [Name, .. Markers]);

    /// <summary>The places a booking holds.</summary>
    public int Places => Status switch
    {
        _ when isByHand => 0,
        BookingStatus.Cancelled or BookingStatus.Rescheduled or BookingStatus.Exit => 0,
        BookingStatus.Overhang => 2,
        BookingStatus.Open => Announced,
        _ => 1,
    };

    private BookingStatus Says => Markers.Count > 0 ? Words[Markers[^1]] : Colours[Colour];

    private int Announced => Markers.Count > 0 && Markers[^1] is not ("( Vorbehalt )" or "( foo )")
        ? Words[Markers[^1]] switch
        {
            BookingStatus.Cancelled or BookingStatus.Rescheduled or BookingStatus.Exit => 0,
            BookingStatus.Overhang => 2,
            _ => 1,
        }
        : Colour switch { "6" => 0, "8" => 2, _ => 1 };

    /// <summary>The calendar was read.</summary>
    public void Read(DateTimeOffset now)
    {
        var isDue = EndsAt.AddMinutes(15) <= now;
        if (!IsKnown && !isDue)
        {
            return;
        }

        IsKnown = true;
        var changed = _before is { } before && before != Says;
        if (!isDue)
        {
            Become(changed ? BookingStatus.Open : Status, now);
        }
        else if (changed || (Status == BookingStatus.Open && !(_decidedAt >= EndsAt.AddMinutes(15))))
        {
            Become(Says, now);
        }

        _before = Says;
    }

    /// <summary>Somebody put it off in the calendar.</summary>
    public void PutOff(TimeSpan by, DateTimeOffset now)
    {
        EndsAt += by;
        if (IsKnown && Status != BookingStatus.Open && EndsAt.AddMinutes(15) > now)
        {
            Become(BookingStatus.Open, now);
            _before = null;
        }
    }

    /// <summary>Somebody decided in the product, and it was written.</summary>
    public void Decide(BookingStatus outcome, DateTimeOffset now)
    {
        if (outcome == Status)
        {
            return;
        }

        Become(outcome, now);
        var isOver = EndsAt.AddMinutes(15) <= now;
        if (Says != outcome || (outcome == BookingStatus.Open && !isOver))
        {
            while (Markers.Count > 0 && Markers[^1] != "( foo )")
            {
                Markers.RemoveAt(Markers.Count - 1);
            }

            Mark(outcome, isOver);
        }

        _before = Says;
    }

    private void Mark(BookingStatus outcome, bool isOver)
    {
        if (outcome != BookingStatus.Open || isOver)
        {
            Markers.Add(Words.First(w => w.Value == outcome).Key);
        }

        Colour = outcome switch
        {
            BookingStatus.NoShow or BookingStatus.Ghost => "11",
            BookingStatus.Cancelled or BookingStatus.Rescheduled or BookingStatus.Exit => "6",
            BookingStatus.Overhang => "8",
            _ => Colours[Colour] == BookingStatus.Completed ? Colour : "2",
        };
    }

    private void Become(BookingStatus status, DateTimeOffset now)
    {
        if (status != Status)
        {
            Status = status;
            History.Add(status);
            _decidedAt = now;
        }
    }
}
