using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Admin;

/// <summary>Places per consultant, blocks and the state whose holidays are kept: what admins change while the office works.</summary>
public sealed partial class CapacityPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly Func<Task> _changed;
    private IDisposable? _subscription;
    private OfficeSettings? _settings;
    private Actor? _actor;
    private int _version;

    public CapacityPage() => _changed = LoadAsync;

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private SettingsStore Store { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private LiveFeed Feed { get; set; } = default!;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        _subscription = Feed.Subscribe(OnEvents);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _settings = await Store.ReadAsync(_closed.Token);
        _version++;
    }

    /// <summary>Another admin's change is rare: it is read at once, off the writer's thread.</summary>
    private void OnEvents(IReadOnlyList<OfficeEvent> events)
    {
        if (events.Any(e => e.Kind is EventKinds.SettingChanged or EventKinds.BlockChanged))
        {
            _ = InvokeAsync(RefreshAsync);
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            await LoadAsync();
            StateHasChanged();
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
}
