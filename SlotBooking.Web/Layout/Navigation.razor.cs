using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace SlotBooking.Web.Layout;

/// <summary>The dark column on the left, a rail when it is narrow, five tabs at the bottom of a phone.</summary>
/// <remarks>Plain links that it marks itself: the framework's link is a component of its own, twice for every page of the product in every open window.</remarks>
public sealed partial class Navigation
{
    private const int TabsOnAPhone = 5;

    private IReadOnlyList<NavGroup> _groups = [];
    private IReadOnlyList<NavItem> _tabs = [];
    private string _name = "";
    private string _initials = "";
    private string _role = "";

    private string _here = "";

    [Inject]
    private NavigationManager Links { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose() => Links.LocationChanged -= OnMoved;

    protected override async Task OnInitializedAsync()
    {
        Links.LocationChanged += OnMoved;
        _here = Here();
        var user = (await Authentication).User;
        _groups = NavGroup.For(user);
        _tabs = [.. _groups.SelectMany(group => group.Items).Take(TabsOnAPhone)];
        _name = Staff.NameOf(user);
        _initials = Staff.InitialsOf(_name);
        _role = Staff.RoleOf(user);
    }

    private string? Style(NavItem item) => IsHere(item, _here) ? "active" : null;

    private string? Current(NavItem item) => IsHere(item, _here) ? "page" : null;

    private static bool IsHere(NavItem item, string here) =>
        here.StartsWith(item.Address, StringComparison.OrdinalIgnoreCase) && (here.Length == item.Address.Length || here[item.Address.Length] is '/' or '?' or '#');

    private string Here() => Links.ToBaseRelativePath(Links.Uri);

    private void OnMoved(object? sender, LocationChangedEventArgs moved)
    {
        var (before, now) = (_here, Here());
        _here = now;
        if (_tabs.Concat(_groups.SelectMany(group => group.Items)).Any(item => IsHere(item, before) != IsHere(item, now)))
        {
            StateHasChanged();
        }
    }
}
