using SlotBooking.Core.Bookings.MyBookings;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>What somebody did with a card, as the page's script says it in one line: <c>open ID</c>, <c>menu ID</c>, <c>set ID STAND</c>, <c>call ID</c>, <c>close</c>.</summary>
/// <remarks>One handler for hundreds of cards, instead of some for each that the server would keep. The line comes from the browser: it is only a wish.</remarks>
public abstract record MineWish
{
    private MineWish()
    {
    }

    /// <summary>Shows the panel.</summary>
    public sealed record Open(Guid Id) : MineWish;

    /// <summary>Shows the menu of a card.</summary>
    public sealed record Menu(Guid Id) : MineWish;

    /// <summary>Brings an appointment to a stand: a card was dropped, or a choice made.</summary>
    public sealed record Set(Guid Id, Stand Stand) : MineWish;

    /// <summary>Asks for a call-back note.</summary>
    public sealed record CallBack(Guid Id) : MineWish;

    /// <summary>Closes the menu, else the panel.</summary>
    public sealed record Close : MineWish;

    /// <summary>Reads a line; null for anything else.</summary>
    public static MineWish? Parse(string? line) => (line ?? "").Split(' ') switch
    {
        ["close"] => new Close(),
        ["open", var text] when Guid.TryParse(text, out var id) => new Open(id),
        ["menu", var text] when Guid.TryParse(text, out var id) => new Menu(id),
        ["call", var text] when Guid.TryParse(text, out var id) => new CallBack(id),
        ["set", var text, var code] when Guid.TryParse(text, out var id) && Stands.Parse(code) is { } stand => new Set(id, stand),
        _ => null,
    };
}
