using System.Globalization;
using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Time;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>View, search, period, filters and whose appointments. It changes nothing but the address.</summary>
public sealed partial class MineToolbar
{
    private static readonly Stand[] AllStands = Enum.GetValues<Stand>();
    private readonly Action<ChangeEventArgs> _input;
    private readonly Action<ChangeEventArgs> _from;
    private readonly Action<ChangeEventArgs> _to;
    private readonly Action<ChangeEventArgs> _agent;
    private readonly Action<ChangeEventArgs>[] _toggle;
    private readonly Action _toggleFeed;
    private bool _isFeedOpen;
    private IReadOnlyList<(MineView View, Glyph Icon, string Name)> _views = [];
    private string _typed = ""; // what the field was made with; what is typed since then is the browser's
    private string _known = "";
    private int _cleared;

    public MineToolbar()
    {
        (_input, _from, _to, _agent, _toggleFeed) = (Input, From, To, Choose, () => _isFeedOpen = !_isFeedOpen);
        _toggle = [.. AllStands.Select(stand => (Action<ChangeEventArgs>)(_ => Toggle(stand)))];
    }

    [Parameter, EditorRequired]
    public required MineFrame Frame { get; set; }

    /// <summary>Whom one can choose.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<(Guid Id, string Name)> Agents { get; set; }

    /// <summary>Takes what is typed, letter by letter.</summary>
    [Parameter, EditorRequired]
    public required Action<string> Search { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized() =>
        _views = [(MineView.Week, Glyph.CalendarViewWeek, T["Woche"]), (MineView.Table, Glyph.TableRows, T["Tabelle"]), (MineView.Board, Glyph.ViewKanban, T["Board"])];

    /// <summary>A field is only made anew when the search came from the address and not from the field.</summary>
    protected override void OnParametersSet()
    {
        if (Frame.Address.Search != _known)
        {
            (_typed, _known) = (Frame.Address.Search, Frame.Address.Search);
            _cleared++;
        }
    }

    private IEnumerable<(string Name, DateOnly? From, DateOnly To)> Periods()
    {
        var today = Frame.Today;
        var monday = IsoWeek.Of(today).Monday;
        return
        [
            (T["60 Tage zurück, 90 voraus"], null, MineQuestion.Usual(today).Last),
            (T["Ab heute"], today, today.AddDays(MineQuestion.DaysAhead)),
            (T["Diese Woche"], monday, monday.AddDays(6)),
            (T["Die letzten 30 Tage"], today.AddDays(-30), today),
        ];
    }

    private void Input(ChangeEventArgs change)
    {
        _known = change.Value as string ?? "";
        Search(_known);
    }

    private void From(ChangeEventArgs change) => Period(Day(change), Frame.Address.Period(Frame.Today).Last);

    private void To(ChangeEventArgs change) => Period(Frame.Address.Period(Frame.Today).First, Day(change));

    private void Period(DateOnly? first, DateOnly? last)
    {
        if (first is { Year: > 2000 and < 2100 } from && last is { Year: > 2000 and < 2100 } to)
        {
            Go(Frame.Address.With(from, to));
        }
    }

    private void Choose(ChangeEventArgs change) => Go(Guid.TryParse(change.Value as string, out var id)
        ? Frame.Address with { AgentId = id, IsEverybody = false, Page = 1 }
        : Frame.Address with { AgentId = null, IsEverybody = Frame.Viewer.IsAgent, Page = 1 });

    private void Toggle(Stand stand)
    {
        var chosen = Frame.Address.Stands;
        Go(Frame.Address with { Stands = chosen.SymmetricExcept([stand]), Page = 1 });
    }

    private void Go(MineAddress address) => Links.NavigateTo(address.Write());

    private static DateOnly? Day(ChangeEventArgs change) =>
        DateOnly.TryParseExact(change.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
