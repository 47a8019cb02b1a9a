using System.Globalization;

namespace SlotBooking.Core.Slots;

/// <summary>An appointment time, named by the office's calendar day and wall clock: that is what the customer was promised.</summary>
public readonly record struct Slot(DateOnly Day, TimeOnly Start) : IComparable<Slot>
{
    private const string Format = "yyyy-MM-dd HH:mm";

    /// <summary>Reads "2026-06-02 16:00"; throws on anything else.</summary>
    public static Slot Parse(string text) => TryParse(text, out var slot)
        ? slot
        : throw new FormatException($"\"{text}\" is not a slot like \"2026-06-02 16:00\".");

    /// <summary>Reads exactly what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out Slot slot)
    {
        var understood = DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        slot = understood ? new(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : default;
        return understood;
    }

    /// <inheritdoc/>
    public int CompareTo(Slot other) => (Day, Start).CompareTo((other.Day, other.Start));

    /// <summary>Day and wall time for keys and files, the same in every culture: "2026-06-02 16:00".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd} {Start:HH:mm}");

    public static bool operator <(Slot left, Slot right) => left.CompareTo(right) < 0;

    public static bool operator >(Slot left, Slot right) => left.CompareTo(right) > 0;

    public static bool operator <=(Slot left, Slot right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Slot left, Slot right) => left.CompareTo(right) >= 0;
}
