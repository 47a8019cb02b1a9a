using System.Text.Encodings.Web;
using System.Text.Json;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Web.Features.Customers;
using SlotBooking.Web.Hosting;
using SlotBooking.Web.Hosting.Sessions;

namespace SlotBooking.Web.Endpoints;

/// <summary>Hands a customer's data out as a file. Neither address nor file name say whose it is.</summary>
internal static class CustomerExportEndpoint
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file to read, never part of a page
    };

    /// <summary>Maps <c>GET /customers/{id}/export</c>.</summary>
    public static void MapCustomerExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet(CustomerLinks.ExportRoute, ExportAsync).RequireAuthorization(policy => policy.RequireRole(Roles.Admin));

    private static async Task<IResult> ExportAsync(Guid id, HttpContext context, CustomerExport export)
    {
        var actor = new Actor(context.User.AccountId()!.Value, Staff.NameOf(context.User));
        if (await export.ReadAsync(id, actor, context.RequestAborted) is not { } customer)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(customer, Json), "application/json", $"kunde-{id}.json");
    }
}
