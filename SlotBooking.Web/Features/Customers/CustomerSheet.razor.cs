using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Customers;

/// <summary>One customer's profile.</summary>
public sealed partial class CustomerSheet
{
    private bool _isMerging;
    private bool _isBusy;
    private string? _refusal;
    private Guid _shown;

    [Parameter, EditorRequired]
    public required CustomerProfile Profile { get; set; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>The office's day.</summary>
    [Parameter]
    public DateOnly Today { get; set; }

    /// <summary>Whether merging, handing out and erasing are offered.</summary>
    [Parameter]
    public bool IsAdmin { get; set; }

    /// <summary>Something was changed: profile and list have to be read again.</summary>
    [Parameter, EditorRequired]
    public required Func<Task> Changed { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private CustomerMerging Merging { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    [Inject]
    private ILogger<CustomerSheet> Logger { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (_shown != Profile.Customer.Id)
        {
            (_shown, _isMerging, _refusal) = (Profile.Customer.Id, false, null);
        }
    }

    private void ToggleMerge() => (_isMerging, _refusal) = (!_isMerging, null);

    private Task MergedAsync()
    {
        _isMerging = false;
        return Changed();
    }

    private async Task TakeApartAsync(Guid merge)
    {
        _isBusy = true;
        try
        {
            var changed = await T.TryAsync(Logger, Today, () => Merging.TakeApartAsync(merge, Actor, CancellationToken.None));
            _refusal = changed.Refusal;
            if (!changed.HasFailed)
            {
                await Changed();
            }
        }
        finally
        {
            _isBusy = false;
        }
    }

    private string Rate(Customer customer) => customer.Reliability is { } percent
        ? T["Verlässlichkeit {0} %, {1}", percent, Decided(customer)]
        : T["Verlässlichkeit noch offen"];

    private string Decided(Customer customer) => customer.Completed + customer.NoShows + customer.Ghosts is var decided && decided == 0
        ? T["noch nichts entschieden"]
        : T["{0} von {1} entschiedenen Terminen", customer.Completed, decided];

    private string Seen(Customer customer) => customer is { FirstSeen: { } first, LastSeen: { } last }
        ? T["Kunde seit {0}, letzter Termin {1}", OfficeDates.Full(first), OfficeDates.Full(last)]
        : T["Kein Termin mehr"];
}
