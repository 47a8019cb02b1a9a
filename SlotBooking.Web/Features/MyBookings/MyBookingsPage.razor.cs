using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.MyBookings;

/// <summary>An agent's appointments of five months as board, week or table; admins and consultants see everybody's.</summary>
/// <remarks>What is asked for stands in the address. The sheet is read once; a change elsewhere reads only the appointment it is about.</remarks>
public sealed partial class MyBookingsPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly CancellationToken _closing; // can still be asked when the page is gone
    private MineAddress _address = new();
    private MineFrame? _frame;
    private MineSheet? _sheet;
    private IReadOnlyList<BookingView> _shown = [];
    private IReadOnlyList<(Guid Id, string Name)> _agents = [];
    private MineViewer? _viewer;
    private Actor _actor = Actor.System;
    private OfficeSettings _office = OfficeSettings.Default;
    private string? _errorId;

    public MyBookingsPage() => (_closing, _hear, _send, _asking, _undo, _dismiss, _search, _draw) =
        (_closed.Token, HearAsync, SendAsync, Asking, UndoAsync, Dismiss, Search, DrawAsync);

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private MyBookingsReader Reader { get; set; } = default!;

    [Inject]
    private PlanCache Plan { get; set; } = default!;

    [Inject]
    private SettingsStore Settings { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Links { get; set; } = default!;

    [Inject]
    private ILogger<MyBookingsPage> Logger { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        Links.LocationChanged -= OnMoved;
        _subscription?.Dispose();
        _undoEnds?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        var isAdmin = await CurrentActor.IsInAsync(Roles.Admin);
        _viewer = new MineViewer(
            _actor.AccountId ?? Guid.Empty,
            await CurrentActor.IsInAsync(Roles.Agent) && !isAdmin,
            await CurrentActor.IsInAsync(Roles.Consultant) && !isAdmin,
            isAdmin);
        Listen();
        Links.LocationChanged += OnMoved;
        _address = MineAddress.Read(Links.Uri);
        await LoadAsync();
        if (_address.Opened is { } opened)
        {
            await OpenAsync(opened, MineAsk.Nothing);
        }
    }

    private void OnMoved(object? sender, LocationChangedEventArgs moved)
    {
        if (Links.ToBaseRelativePath(moved.Location).StartsWith("my-calendar", StringComparison.OrdinalIgnoreCase))
        {
            _ = InvokeAsync(() => TryAsync(MoveAsync));
        }
    }

    /// <summary>Another address: what is the same in it is not read again.</summary>
    private async Task MoveAsync()
    {
        _address = MineAddress.Read(Links.Uri);
        _menu = null;
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var (viewer, address, today) = (_viewer!, _address, Clock.Today);
        var question = address.Question(viewer, today);
        _frame = Frame();
        if (_sheet?.Question == question && _errorId is null)
        {
            Show();
            return;
        }

        try
        {
            _office = await Settings.ReadAsync(_closing);
            if (viewer.SeesEverybody && _agents.Count == 0)
            {
                _agents = await Reader.AgentsAsync(_closing);
            }

            var sheet = await Reader.ReadAsync(viewer, question, _closing);
            if (_address == address)
            {
                (_sheet, _errorId) = (sheet, null);
                _frame = Frame();
                Show();
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _errorId = ErrorIds.Next();
            LogReadingFailed(Logger, exception, _errorId);
        }
    }

    private MineFrame Frame() => new(_viewer!, _address, Clock.Today, Clock.Now, _office.Outcomes, _agents.ToDictionary(a => a.Id, a => a.Name));

    private void Show()
    {
        var filter = new MineFilter(_address.Search, _address.Stands);
        _shown = _sheet is null ? [] : [.. _sheet.All.Where(filter.LetsThrough)];
    }

    /// <summary>Each letter narrows at once; the address is kept up by the page's script.</summary>
    private void Search(string text)
    {
        _address = _address with { Search = text, Page = 1 };
        _frame = Frame();
        Show();
        StateHasChanged();
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The tab was closed meanwhile.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Reading appointments failed, error {ErrorId}")]
    private static partial void LogReadingFailed(ILogger logger, Exception exception, string errorId);
}
