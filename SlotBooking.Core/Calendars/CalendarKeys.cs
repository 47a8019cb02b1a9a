namespace SlotBooking.Core.Calendars;

/// <summary>The keys under which calendars are mirrored.</summary>
public static class CalendarKeys
{
    /// <summary>The one calendar with every customer appointment.</summary>
    public const string Central = "central";

    private const string ConsultantPrefix = "consultant:";

    /// <summary>The key of this consultant's calendar.</summary>
    public static string Of(Guid consultantId) => $"{ConsultantPrefix}{consultantId:N}";

    /// <summary>The consultant whose calendar has this key; null for the central one.</summary>
    public static Guid? ConsultantOf(string calendarKey) =>
        calendarKey.StartsWith(ConsultantPrefix, StringComparison.Ordinal) && Guid.TryParseExact(calendarKey[ConsultantPrefix.Length..], "N", out var id)
            ? id
            : null;
}
