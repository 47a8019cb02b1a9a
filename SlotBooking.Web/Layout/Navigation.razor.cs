using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SlotBooking.Web.Hosting;

namespace SlotBooking.Web.Layout;

/// <summary>The dark column on the left, a rail when it is narrow, five tabs at the bottom of a phone.</summary>
/// <remarks>Drawn once, outside of the circuit; when the page changes, frame.js marks where one is.</remarks>
public sealed partial class Navigation
{
    private const int TabsOnAPhone = 5;

    private IReadOnlyList<NavGroup> _groups = [];
    private IReadOnlyList<NavItem> _tabs = [];
    private string _name = "";
    private string _initials = "";
    private string _role = "";

    [Inject]
    private NavigationManager Links { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        _groups = NavGroup.For(user);
        _tabs = [.. _groups.SelectMany(group => group.Items).Take(TabsOnAPhone)];
        _name = Staff.NameOf(user);
        _initials = Staff.InitialsOf(_name);
        _role = Staff.RoleOf(user);
    }

    private string? Current(NavItem item)
    {
        var here = Links.ToBaseRelativePath(Links.Uri);
        return here.StartsWith(item.Address, StringComparison.OrdinalIgnoreCase) && (here.Length == item.Address.Length || here[item.Address.Length] is '/' or '?' or '#')
            ? "page"
            : null;
    }
}
