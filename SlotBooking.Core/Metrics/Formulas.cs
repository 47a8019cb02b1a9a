namespace SlotBooking.Core.Metrics;

/// <summary>All rates that the product shows or publishes.</summary>
public static class Formulas
{
    /// <summary>The rate by which everybody is measured.</summary>
    public static readonly Formula AttendanceOfBooked = new(
        "completion_rate",
        "Erschienen von gelegt",
        "Erschienen geteilt durch alle gelegten Termine, die vorbei sind, auch abgesagte, verschobene und noch offene.",
        c => c.Completed,
        c => c.Total);

    /// <summary>How many of those that a consultant waited for came.</summary>
    public static readonly Formula AttendanceOfHeld = new(
        "held_rate",
        "Erschienen von gehalten",
        "Erschienen geteilt durch erschienen, nicht erschienen und Ghost zusammen: die Termine, zu denen der Berater da war.",
        c => c.Completed,
        c => c.Held);

    /// <summary>Everybody who stayed away unannounced, whether or not they had confirmed.</summary>
    public static readonly Formula NoShowRate = new(
        "no_show_rate",
        "Ausgeblieben",
        "Nicht erschienen und Ghost zusammen, geteilt durch alle gelegten Termine, die vorbei sind.",
        c => c.NoShows + c.Ghosts,
        c => c.Total);

    /// <summary>Those of them who never answered.</summary>
    public static readonly Formula GhostRate = new(
        "ghost_rate",
        "Ghost-Quote",
        "Ghosts (weder bestätigt noch erschienen) geteilt durch alle gelegten Termine, die vorbei sind.",
        c => c.Ghosts,
        c => c.Total);

    /// <summary>Called off for good.</summary>
    public static readonly Formula CancellationRate = new(
        "cancellation_rate",
        "Absagequote",
        "Abgesagte Termine geteilt durch alle gelegten Termine, die vorbei sind.",
        c => c.Cancelled,
        c => c.Total);

    /// <summary>Put off, by the customer or by us.</summary>
    public static readonly Formula PutOffRate = new(
        "put_off_rate",
        "Verschiebequote",
        "Verschoben und Überhang zusammen, geteilt durch alle gelegten Termine, die vorbei sind.",
        c => c.Rescheduled + c.Overhang,
        c => c.Total);

    /// <summary>How many had said that they would come.</summary>
    public static readonly Formula ConfirmedRate = new(
        "confirmed_rate",
        "Vorher bestätigt",
        "Bestätigte Termine geteilt durch alle gelegten Termine, die vorbei sind, gleich was daraus wurde.",
        c => c.Confirmed,
        c => c.Total);

    /// <summary>What nobody has decided although it is over.</summary>
    public static readonly Formula UndecidedRate = new(
        "undecided_rate",
        "Quote ohne Ergebnis",
        "Termine, die vorbei sind und noch kein Ergebnis haben, geteilt durch alle gelegten Termine, die vorbei sind.",
        c => c.Undecided,
        c => c.Total);

    /// <summary>In the order in which they are listed.</summary>
    public static readonly IReadOnlyList<Formula> All =
        [AttendanceOfBooked, AttendanceOfHeld, NoShowRate, GhostRate, CancellationRate, PutOffRate, ConfirmedRate, UndecidedRate];
}
