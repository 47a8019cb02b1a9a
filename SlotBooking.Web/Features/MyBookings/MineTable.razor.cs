using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>Appointments as a list, a page at a time; order and page stand in the address.</summary>
public sealed partial class MineTable
{
    private const int PageSize = 50;
    private static readonly MineOrder Usual = new(MineColumn.When, IsDescending: true);
    private IReadOnlyList<(MineColumn Column, string Name)> _columns = [];
    private MineOrder _order = Usual;

    [Parameter, EditorRequired]
    public required MineFrame Frame { get; set; }

    /// <summary>What is shown, by time.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BookingView> Bookings { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _order = Frame.Address.Order ?? Usual;
        _columns =
        [
            (MineColumn.When, T["Termin"]), (MineColumn.Customer, T["Kunde"]), (MineColumn.Phone, T["Telefon"]), (MineColumn.Potential, T["Potenzial"]),
            (MineColumn.Stand, T["Stand"]), (MineColumn.CallBack, T["Rückruf"]), (MineColumn.Booked, T["Gebucht am"]),
            .. Frame.NamesAgents ? [(MineColumn.Agent, T["Telefonist"].Value)] : Array.Empty<(MineColumn, string)>(),
        ];
    }

    private static string Word(MineColumn column) => column.ToString().ToLowerInvariant();

    private static string Dialled(string phone) => string.Concat(phone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    /// <summary>The same column again turns the order round.</summary>
    private MineAddress Sorted(MineColumn column)
    {
        var order = new MineOrder(column, _order.Column == column ? !_order.IsDescending : column is MineColumn.When or MineColumn.Booked);
        return Frame.Address with { Order = order == Usual ? null : order, Page = 1 };
    }

    private string? Remark(BookingView booking) => booking switch
    {
        { CancelledInCalendar: true } => T["im Kalender gelöscht"],
        { CancelReason: { } reason } => reason,
        _ when Frame.LacksOutcome(booking) => T["noch kein Ergebnis"],
        _ => T.Announced(booking, Frame.Rules),
    };
}
