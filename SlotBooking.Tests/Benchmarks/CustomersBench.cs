using SlotBooking.Tests.Benchmarks.Big;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Benchmarks;

/// <summary>Customers among a million appointments.</summary>
internal static class CustomersBench
{
    /// <summary>Arguments: <c>--database sqlite|postgres</c>, <c>--bookings N</c>, <c>--customers N</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var kind = Arguments.Text(args, "database") is "postgres" ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite;
        var size = new BigOffice.Size(Arguments.Number(args, "bookings", 1_000_000), Arguments.Number(args, "customers", 200_000));
        await using var office = await Office.OpenAsync(kind, consultants: 0);
        await BigOffice.FillAsync(office.Database.Database, office.Clock, size);
        return 0;
    }
}
