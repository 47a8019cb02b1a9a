namespace SlotBooking.Core.Slots;

/// <summary>How far ahead can be booked, and how much of it is worked out from calendars.</summary>
public sealed record HorizonRules
{
    private const int LongestLag = 7;

    /// <summary>Days worked out from the calendars, today being the first.</summary>
    public int GeneratedDays { get; init; } = 56;

    /// <summary>Weeks ahead that can be booked; what the calendars do not reach is filled with the standard staffing.</summary>
    public int WeeksAhead { get; init; } = 12;

    /// <summary>The last day worked out from the calendars when the work is done today.</summary>
    public DateOnly LastGeneratedDay(DateOnly today) => today.AddDays(GeneratedDays - 1);

    /// <summary>The last day that can be booked: the same weekday as today, so many weeks ahead.</summary>
    public DateOnly LastDay(DateOnly today) => today.AddDays(7 * WeeksAhead);

    /// <summary>Whether the standard staffing stands in for the calendars on this day.</summary>
    /// <remarks>
    /// It begins where the calendars end, so that a day does not close when midnight brings it into a window that is worked out
    /// only in the morning, or on Monday. Beyond a week of delay something is broken, and guesses do not follow it any nearer.
    /// </remarks>
    /// <param name="day">The day asked for.</param>
    /// <param name="through">The last day worked out so far, which may be older than today's plan; null when nothing is.</param>
    /// <param name="today">The office's day.</param>
    public bool IsFromStaffing(DateOnly day, DateOnly? through, DateOnly today)
    {
        var plan = LastGeneratedDay(today);
        var oldest = plan.AddDays(-LongestLag);
        var last = through is { } known ? (known > oldest ? known : oldest) : plan;
        return day > last && day <= LastDay(today);
    }

    /// <summary>What is wrong with them, as German sentences for the one who entered them; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        if (GeneratedDays is < 1 or > 366)
        {
            problems.Add("Aus den Kalendern können 1 bis 366 Tage gelesen werden.");
        }

        if (WeeksAhead is < 0 or > 104)
        {
            problems.Add("Gebucht werden kann 0 bis 104 Wochen im Voraus.");
        }

        return problems;
    }
}
