using System.Globalization;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Slots;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <content>What the rows say.</content>
public sealed partial class SlotList
{
    private static string Style(SlotRow row) => row.State switch
    {
        SlotState.Past => "slot is-past",
        SlotState.Blocked or SlotState.Closed => "slot is-shut",
        _ => "slot",
    };

    // Without a capacity of its own a bar of hand-made events still has to stand in groups.
    private static int Group(SlotRow row) => Math.Max(1, row.PlacesPerConsultant);

    private static Glyph? Icon(SlotRow row) => row.State switch
    {
        SlotState.Overbooked => Glyph.WarningFilled,
        SlotState.Blocked => Glyph.Block,
        _ => null,
    };

    private static string Extra(SlotRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"--extra-w:{Math.Min(6, row.Taken - row.Capacity) * 8}px");

    private string PastNote(SlotRow row) => row.Capacity == 0 && row.Taken == 0
        ? T["vorbei"]
        : T["vorbei, {0} von {1} belegt", row.Taken, row.Capacity];

    private string FreeNote(SlotRow row) => row.State switch
    {
        SlotState.Free or SlotState.Few => T["von {0}", row.Capacity],
        SlotState.Full => T["{0} von {1}", row.Taken, row.Capacity],
        SlotState.Overbooked => T["Berater fehlt"],
        _ => "",
    };

    private string Who(SlotRow row) => row switch
    {
        { State: SlotState.Blocked } => row.Detail ?? T["gesperrt"],
        { Why: Refusal.BeyondHorizon } => T["noch nicht freigegeben"],
        { Ready.Count: 0 } => T["niemand bereit"],
        { Facts.FromStaffing: true } => T["voraussichtlich {0}", Names(row)],
        _ => Names(row),
    };

    private static string Names(SlotRow row) => string.Join(", ", row.Ready.Select(FirstName));

    private static string FirstName(ReadyConsultant consultant) => consultant.Name.Split(' ')[0];

    /// <summary>Whose calendar has not answered for a while.</summary>
    private static IEnumerable<ReadyConsultant> Stale(SlotRow row) => row.Ready.Where(consultant => !consultant.Counts || consultant.OldSince is not null);

    private string InsteadName(Slot slot) => slot.Day == Board.Day ? OfficeDates.Clock(slot.Start) : OfficeDates.Narrow(slot.Day, slot.Start);
}
