using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace SlotBooking.Tests.Benchmarks.Hosts;

/// <summary>The template's document. Written without markup, because this is no web project.</summary>
public sealed class CounterApp : ComponentBase
{
    private static readonly InteractiveServerRenderMode Circuit = new(prerender: false);

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\" /><base href=\"/\" />");
        builder.OpenComponent<HeadOutlet>(1);
        builder.AddComponentRenderMode(Circuit);
        builder.CloseComponent();
        builder.AddMarkupContent(2, "</head><body>");
        builder.OpenComponent<CounterRoutes>(3);
        builder.AddComponentRenderMode(Circuit);
        builder.CloseComponent();
        builder.AddMarkupContent(4, "</body></html>");
    }
}

/// <summary>The template's router.</summary>
public sealed class CounterRoutes : ComponentBase
{
    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Router>(0);
        builder.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(CounterRoutes).Assembly);
        builder.AddComponentParameter(2, nameof(Router.Found), (RenderFragment<RouteData>)(data => inner =>
        {
            inner.OpenComponent<RouteView>(0);
            inner.AddComponentParameter(1, nameof(RouteView.RouteData), data);
            inner.AddComponentParameter(2, nameof(RouteView.DefaultLayout), typeof(CounterLayout));
            inner.CloseComponent();
        }));
        builder.CloseComponent();
    }
}

/// <summary>The template's layout with its menu of three.</summary>
public sealed class CounterLayout : LayoutComponentBase
{
    private static readonly (string Address, string Name)[] Menu = [("", "Home"), ("counter", "Counter"), ("weather", "Weather")];

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<div class=\"top-row\"><a class=\"navbar-brand\" href=\"\">Template</a></div>");
        builder.OpenElement(1, "nav");
        foreach (var (address, name) in Menu)
        {
            builder.OpenComponent<NavLink>(2);
            builder.AddComponentParameter(3, "class", "nav-link");
            builder.AddComponentParameter(4, "href", address);
            builder.AddComponentParameter(5, nameof(NavLink.ChildContent), (RenderFragment)(inner => inner.AddContent(0, name)));
            builder.CloseComponent();
        }

        builder.CloseElement();
        builder.OpenElement(6, "main");
        builder.AddContent(7, Body);
        builder.CloseElement();
    }
}

/// <summary>The template's counter.</summary>
[Route("/counter")]
public sealed class CounterPage : ComponentBase
{
    private int _count;

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PageTitle>(0);
        builder.AddComponentParameter(1, nameof(PageTitle.ChildContent), (RenderFragment)(inner => inner.AddContent(0, "Counter")));
        builder.CloseComponent();
        builder.AddMarkupContent(2, "<h1>Counter</h1>");
        builder.OpenElement(3, "p");
        builder.AddAttribute(4, "role", "status");
        builder.AddContent(5, "Current count: ");
        builder.AddContent(6, _count);
        builder.CloseElement();
        builder.OpenElement(7, "button");
        builder.AddAttribute(8, "class", "btn btn-primary");
        builder.AddAttribute(9, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, () => _count++));
        builder.AddContent(10, "Click me");
        builder.CloseElement();
    }
}
