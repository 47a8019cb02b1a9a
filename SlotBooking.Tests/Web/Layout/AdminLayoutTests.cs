using Microsoft.AspNetCore.Components;
using SlotBooking.Web;
using SlotBooking.Web.Layout;

namespace SlotBooking.Tests.Web.Layout;

public sealed class AdminLayoutTests
{
    /// <summary>Folders with a page that is open all day, and the pages in them that are visited nevertheless.</summary>
    private static readonly string[] OpenAllDay = ["Bookings", "MyBookings", "Customers", "Game"];

    [Fact]
    public void Pages_that_are_open_all_day_stand_under_the_light_frame()
    {
        var heavy = Pages().Where(page => IsUnderAdmin(page) && OpenAllDay.Contains(page.Namespace!.Split('.')[^1], StringComparer.Ordinal))
            .Where(page => !page.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>()
                .All(route => route.Template.StartsWith("/admin/", StringComparison.Ordinal)));

        Assert.Empty(heavy);
    }

    [Fact]
    public void Pages_that_admins_visit_stand_under_the_frame_with_MudBlazor() =>
        Assert.All(Pages().Where(page => page.Namespace!.EndsWith(".Features.Admin", StringComparison.Ordinal)), page => Assert.True(IsUnderAdmin(page), page.Name));

    private static IEnumerable<Type> Pages() => typeof(App).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false));

    private static bool IsUnderAdmin(Type page) =>
        page.GetCustomAttributes(typeof(LayoutAttribute), inherit: true).Cast<LayoutAttribute>().Any(layout => layout.LayoutType == typeof(AdminLayout));
}
