using SlotBooking.Core.Bookings;
using SlotBooking.Core.Markers;

namespace SlotBooking.Core.Outcomes;

/// <summary>How marks of the calendar are read, and when. A setting; a change holds for what is judged from then on.</summary>
public sealed record OutcomeRules
{
    private const int LongestGrace = 24 * 60;
    private MarkerWords? _words;

    /// <summary>Minutes after an appointment's end before anything is read from its marks.</summary>
    public int GraceMinutes { get; init; } = 15;

    /// <summary>What words in brackets mean; of several with the same meaning the first is the one that is written.</summary>
    public IReadOnlyList<MarkerWord> Markers
    {
        get;
        init => (field, _words) = (value ?? [], null);
    } = MarkerWords.DefaultWords;

    /// <summary>What colours mean where no marker says more. A colour that is missing here is unknown.</summary>
    public IReadOnlyList<ColourMeaning> Colours { get; init; } =
    [
        new("1", BookingStatus.Open),
        new("2", BookingStatus.Completed),
        new("3", BookingStatus.Completed),
        new("4", BookingStatus.Open),
        new("5", BookingStatus.Completed),
        new("6", BookingStatus.Cancelled),
        new("7", BookingStatus.Completed),
        new("8", BookingStatus.Open),
        new("9", BookingStatus.Completed),
        new("10", BookingStatus.Completed),
        new("11", BookingStatus.NoShow),
    ];

    /// <summary>The grace as a span.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeSpan Grace => TimeSpan.FromMinutes(GraceMinutes);

    /// <summary>The markers, ready to be looked up.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public MarkerWords Words => _words ??= new MarkerWords(Markers);

    /// <summary>Marker first, colour second; what is in neither table is undecided and named as unknown.</summary>
    public OutcomeReading Read(EventMarks marks) => marks.Marker switch
    {
        TitleMarker.Completed => new(BookingStatus.Completed),
        TitleMarker.NoShow => new(BookingStatus.NoShow),
        TitleMarker.Ghost => new(BookingStatus.Ghost),
        TitleMarker.Rescheduled => new(BookingStatus.Rescheduled),
        TitleMarker.Cancelled => new(BookingStatus.Cancelled),
        TitleMarker.Overhang => new(BookingStatus.Overhang),
        TitleMarker.Exit => new(BookingStatus.Exit),
        TitleMarker.Reserved => new(BookingStatus.Open),
        TitleMarker.Unknown => new(BookingStatus.Open, marks.UnknownBrackets ?? "( … )"),
        _ => ReadColour(marks.ColorId),
    };

    /// <summary>Reads what a booking keeps of its event's marks; null when they were never read.</summary>
    public OutcomeReading? Read(string? kept) => EventMarks.Parse(kept) is { } marks ? Read(marks) : null;

    /// <summary>What is wrong with them, as German sentences for the one who entered them; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (GraceMinutes is < 0 or > LongestGrace)
        {
            problems.Add("Nach dem Ende eines Termins können 0 bis 1440 Minuten gewartet werden.");
        }

        problems.AddRange(Markers.Where(m => string.IsNullOrWhiteSpace(m.Word) || m.Word.AsSpan().IndexOfAny('(', ')') >= 0 || m.Word.Length > 50)
            .Select(m => $"„{m.Word}“ kann keine Markierung sein: 1 bis 50 Zeichen, ohne Klammern."));
        problems.AddRange(Markers.GroupBy(m => MarkerWords.Fold(m.Word), StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"Die Markierung „{same.First().Word}“ steht zweimal in der Liste."));
        problems.AddRange(Enum.GetValues<TitleMarker>()
            .Where(needed => needed is not (TitleMarker.None or TitleMarker.Unknown) && Markers.All(m => m.Means != needed))
            .Select(needed => $"Für „{MarkerWords.Default.Written(needed)}“ fehlt ein Wort."));
        problems.AddRange(Markers.Where(m => m.Means is TitleMarker.None or TitleMarker.Unknown || !Enum.IsDefined(m.Means))
            .Select(m => $"Die Markierung „{m.Word}“ hat keine Bedeutung."));
        problems.AddRange(Colours.Where(c => string.IsNullOrWhiteSpace(c.ColorId) || c.ColorId.Length > 10 || !Enum.IsDefined(c.Means))
            .Select(c => $"Die Farbe „{c.ColorId}“ gibt es nicht."));
        problems.AddRange(Colours.GroupBy(c => c.ColorId, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"Die Farbe {same.Key} steht zweimal in der Liste."));
        return problems;
    }

    private OutcomeReading ReadColour(string? colorId) => colorId is null
        ? new(BookingStatus.Open)
        : Colours.FirstOrDefault(c => c.ColorId == colorId) is { } known ? new(known.Means) : new(BookingStatus.Open, $"Farbe {colorId}");
}

/// <summary>What a colour means.</summary>
/// <param name="ColorId">Google's colour id.</param>
/// <param name="Means">The outcome; <see cref="BookingStatus.Open"/> for a colour that leaves it undecided.</param>
public sealed record ColourMeaning(string ColorId, BookingStatus Means);

/// <summary>What an event's marks say.</summary>
/// <param name="Outcome">The outcome; <see cref="BookingStatus.Open"/> when nothing decides it.</param>
/// <param name="Unknown">The marker („( foo )“) or colour („Farbe 99“) that is in no table; null when all is known.</param>
public sealed record OutcomeReading(BookingStatus Outcome, string? Unknown = null);
