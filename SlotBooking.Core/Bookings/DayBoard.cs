using SlotBooking.Core.Availability;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;

namespace SlotBooking.Core.Bookings;

/// <summary>One day as pages draw it. Immutable and shared by all circuits of a node; a new one is made only when something on the day changed.</summary>
/// <param name="Day">The office's day.</param>
/// <param name="BlockedBy">The holiday or block, if the whole day is closed.</param>
/// <param name="Slots">The day's slots by start.</param>
public sealed record DayBoard(DateOnly Day, string? BlockedBy, IReadOnlyList<SlotRow> Slots)
{
    /// <summary>The row that begins then, or null.</summary>
    public SlotRow? At(TimeOnly start) => Slots.FirstOrDefault(s => s.Slot.Start == start);

    /// <summary>The free places of the slots that can be booked.</summary>
    public int Free => Slots.Where(s => s.CanBeBooked).Sum(s => s.Free);

    /// <summary>Taken against all, over the slots that are not blocked; for the week strip.</summary>
    public Load Load => DayLoad.Of(Day, Slots.Select(s => s.Facts)).Load;

    /// <summary>All its slots have begun.</summary>
    public bool IsOver => Slots.Count > 0 && Slots.All(s => s.State == SlotState.Past);

    /// <inheritdoc />
    public bool Equals(DayBoard? other) =>
        other is not null && Day == other.Day && BlockedBy == other.BlockedBy && Slots.SequenceEqual(other.Slots);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Day, BlockedBy, Slots.Count);

    /// <summary>Draws a day at an instant.</summary>
    public static DayBoard Of(DayFacts facts, DateTimeOffset now, DateOnly lastDay) => new(
        facts.Day, facts.BlockedBy, [.. facts.Slots.Select(slot => SlotRow.Of(slot, now, lastDay))]);
}

/// <summary>One slot as pages draw it.</summary>
/// <param name="Facts">What is known of it.</param>
/// <param name="State">In one word.</param>
/// <param name="Why">Why it cannot be booked; null when it can.</param>
/// <param name="Detail">The block's or holiday's name.</param>
/// <param name="Ready">Who is ready.</param>
/// <param name="PlacesPerConsultant">Places in a group of the seat bar.</param>
public sealed record SlotRow(
    SlotFacts Facts, SlotState State, Refusal? Why, string? Detail, IReadOnlyList<ReadyConsultant> Ready, int PlacesPerConsultant)
{
    /// <summary>Day and wall time.</summary>
    public Slot Slot => Facts.Slot;

    /// <summary>The same in UTC.</summary>
    public TimeRange Range => Facts.Range;

    /// <summary>Ready consultants times places.</summary>
    public int Capacity => Facts.Capacity;

    /// <summary>Places taken, by bookings and by hand-made events.</summary>
    public int Taken => Facts.Taken;

    /// <summary>Places left, never below zero.</summary>
    public int Free => Facts.Free;

    /// <summary>The traffic light.</summary>
    public LoadLevel Load => Facts.Load.Level;

    /// <summary>Whether it can be booked as far as is known; the command decides anew.</summary>
    public bool CanBeBooked => Why is null;

    /// <inheritdoc />
    public bool Equals(SlotRow? other) =>
        other is not null && Facts == other.Facts && State == other.State && Why == other.Why && Detail == other.Detail &&
        PlacesPerConsultant == other.PlacesPerConsultant && Ready.SequenceEqual(other.Ready);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Facts, State);

    /// <summary>Draws a slot at an instant, with the same decision that booking uses.</summary>
    public static SlotRow Of(SlotDetail slot, DateTimeOffset now, DateOnly lastDay)
    {
        var refused = SlotRules.Decide(slot.Facts, now, lastDay) as Bookability.NotBookable;
        return new SlotRow(
            slot.Facts, SlotStates.Of(slot.Facts, now, lastDay), refused?.Why, refused?.Detail, slot.Ready, slot.PlacesPerConsultant);
    }
}
