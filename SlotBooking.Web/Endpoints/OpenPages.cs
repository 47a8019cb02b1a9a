using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace SlotBooking.Web.Endpoints;

/// <summary>Pages that are open to everybody.</summary>
internal static class OpenPages
{
    private static readonly HttpMethodMetadata Methods = new([HttpMethods.Get, HttpMethods.Head, HttpMethods.Post]);

    /// <summary>Lets them answer HEAD as they answer GET: whoever only asks whether they are there need not be a person. All other pages keep to people.</summary>
    public static TBuilder WithHeadOfOpenPages<TBuilder>(this TBuilder pages)
        where TBuilder : IEndpointConventionBuilder
    {
        pages.Add(page =>
        {
            if (page.Metadata.OfType<ComponentTypeMetadata>().Any() && page.Metadata.OfType<IAllowAnonymous>().Any())
            {
                page.Metadata.Add(Methods);
            }
        });
        return pages;
    }
}
