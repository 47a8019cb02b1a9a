using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;

namespace SlotBooking.Web.Features.Customers;

/// <summary>Customers: a list that is searched on the left, the chosen one's profile on the right; on phones one after the other.</summary>
public sealed partial class CustomersPage
{
    private readonly Func<Task> _changed;
    private CustomerFinder? _finder;
    private CustomerProfile? _profile;
    private CustomerList _list;
    private Actor _actor = Actor.System;
    private bool _isAdmin;
    private bool _isLoaded;

    public CustomersPage() => _changed = ChangedAsync;

    /// <summary>The chosen customer.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The chosen list: all, risk, new, loyal, promising.</summary>
    [SupplyParameterFromQuery]
    public string? List { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private CustomerProfiles Profiles { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        _isAdmin = await CurrentActor.IsInAsync(Roles.Admin);
        Listen();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _list = CustomerWording.ListOf(List);
        await LoadAsync();
        _isLoaded = true;
    }

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        var asked = Id;
        var profile = asked is { } id ? await Profiles.FindAsync(id, Closed) : null;
        if (asked == Id)
        {
            _profile = profile;
        }
    }

    /// <summary>Something was changed here: profile and list are read again at once, without waiting to hear of it.</summary>
    private async Task ChangedAsync()
    {
        await LoadAsync();
        if (_finder is { } finder)
        {
            await finder.ReloadAsync();
        }

        StateHasChanged();
    }
}
