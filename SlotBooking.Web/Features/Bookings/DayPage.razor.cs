using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Bookings;

/// <summary>One day: its week, its slots, the booking form, and the bookings of the person who looks.</summary>
/// <remarks>What it draws is shared by all open pages of the node; a change wakes it at most once in fifty milliseconds.</remarks>
public sealed partial class DayPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly CancellationToken _closing; // can still be asked when the page is gone
    private readonly DayLoad[] _days = new DayLoad[5];
    private readonly DayBoard?[] _boards = new DayBoard?[5];
    private IReadOnlyList<DayLoad> _week = [];
    private PlanSnapshot _plan = PlanSnapshot.Empty;
    private DayBoard? _board;
    private IReadOnlyList<BookingView> _own = [];
    private IReadOnlyList<string> _campaigns = [];
    private Actor? _actor;
    private DateOnly _day;
    private DateOnly _today;
    private Slot? _chosen;
    private DeskAnswer? _answer;
    private News? _news;
    private bool _mayBook;
    private bool _isAdmin;
    private bool _wrongDate;

    public DayPage() => (_closing, _choose, _answered, _undo, _draw) = (_closed.Token, Choose, Take, UndoAsync, DrawAsync);

    /// <summary>The day in the address, such as 2026-06-02; none means today.</summary>
    [Parameter]
    public string? Date { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private PlanCache Plan { get; set; } = default!;

    [Inject]
    private OwnBookingsReader Own { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Links { get; set; } = default!;

    /// <summary>None while the day of the chosen slot is still being read: the board is another day's until then.</summary>
    private SlotRow? ChosenRow => _chosen is { } slot && _board is { } board && board.Day == slot.Day ? board.At(slot.Start) : null;

    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        _mayBook = await CurrentActor.IsInAsync(Roles.Agent);
        _isAdmin = await CurrentActor.IsInAsync(Roles.Admin);
        Listen();
        if (_mayBook)
        {
            _campaigns = await Own.CampaignsAsync(_closing);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        _today = Clock.Today;
        _wrongDate = false;
        if (Date is null)
        {
            _day = _today;
        }
        else if (!DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _day) || !IsInReach(_day))
        {
            (_day, _wrongDate) = (_today, true);
        }

        if (_chosen?.Day != _day)
        {
            _chosen = null;
        }

        await LoadAsync();
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _undoEnds?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    // Days without a Monday of their own or a next day would break the strip, and nobody books in the year 9999.
    private static bool IsInReach(DateOnly day) => day.Year is > 2000 and < 9000;

    private static string Address(DateOnly day) => $"/day/{OfficeDates.Key(day)}";

    private async Task LoadAsync()
    {
        var day = _day;
        var plan = await Plan.GetAsync(_closing);
        var monday = IsoWeek.Of(day).Monday;
        var boards = new DayBoard[_boards.Length];
        for (var i = 0; i < boards.Length; i++)
        {
            boards[i] = await Plan.GetDayAsync(monday.AddDays(i), _closing);
        }

        var board = day < monday.AddDays(boards.Length) ? boards[day.DayNumber - monday.DayNumber] : await Plan.GetDayAsync(day, _closing);
        var own = _mayBook ? await Own.ReadAsync(_actor!.AccountId ?? Guid.Empty, day, _closing, everybodys: _isAdmin) : [];
        if (day == _day)
        {
            (_plan, _board, _own) = (plan, board, own);
            Draw(boards);
        }
    }

    /// <summary>Sums up the days that look different; the others keep their sums.</summary>
    private void Draw(IReadOnlyList<DayBoard> boards)
    {
        var changed = false;
        for (var i = 0; i < boards.Count; i++)
        {
            if (!ReferenceEquals(_boards[i], boards[i]))
            {
                (_boards[i], changed) = (boards[i], true);
                _days[i] = new DayLoad(boards[i].Day, boards[i].Load, boards[i].BlockedBy);
            }
        }

        if (changed)
        {
            _week = [.. _days];
        }
    }

    /// <summary>What has to be said of the whole day; how many places are free stands in the strip.</summary>
    private string? Remark(DayBoard board) => board switch
    {
        { BlockedBy: { } reason } => reason,
        { IsOver: true } => T["alle Termine haben begonnen"],
        _ => null,
    };
}
