using SlotBooking.Core.Accounts;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Availability;

public sealed class BlockServiceTests
{
    private static readonly BlockSpan Evening = new(AnOffice.Monday, AnOffice.Monday.AddDays(1), new(17, 0), null, "Betriebsfeier");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_an_active_admin_adds_and_removes_blocks(DatabaseKind kind)
    {
        await using var office = await AnOffice.OpenAsync(kind);
        var blocks = office.Get<BlockService>();
        var admin = await office.AddAccountAsync("admin", Roles.Admin);
        var agent = await office.AddAccountAsync("anna", Roles.Agent);

        Assert.NotEmpty(await blocks.AddAsync(Evening, agent, default));
        Assert.Empty(await blocks.ListAsync(default));
        Assert.Empty(await blocks.AddAsync(Evening, admin, default));
        var block = Assert.Single(await blocks.ListAsync(default));
        Assert.Equal(("Betriebsfeier", "admin"), (block.Reason, block.Author));

        Assert.NotEmpty(await blocks.RemoveAsync(block.Id, agent, default));
        Assert.Single(await blocks.ListAsync(default));
        Assert.Empty(await blocks.RemoveAsync(block.Id, admin, default));
        Assert.Empty(await blocks.ListAsync(default));
        Assert.Equal(2, await office.CountAsync<OfficeEvent>());
    }

    [Fact]
    public async Task A_block_says_before_how_many_appointments_lie_in_it()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);
        await office.Data.Database.WriteAsync(
            async db =>
            {
                await db.Bookings.AddRangeAsync(ABooking(office, 16), ABooking(office, 18), ABooking(office, 20), ABooking(office, 20, BookingStatus.Cancelled));
            },
            default);

        Assert.Equal(3, await office.Get<BlockImpactQuery>().CountAsync(Evening, default)); // 16:00 lasts until 18:00
        Assert.Equal(0, await office.Get<BlockImpactQuery>().CountAsync(Evening with { First = AnOffice.Monday.AddDays(1) }, default));
    }

    [Fact]
    public async Task A_block_without_a_reason_or_with_its_end_before_its_start_is_not_stored()
    {
        await using var office = await AnOffice.OpenAsync(DatabaseKind.Sqlite);

        Assert.Single(await office.Get<BlockService>().AddAsync(Evening with { Reason = " " }, Actor.System, default));
        Assert.Single(await office.Get<BlockService>().AddAsync(Evening with { To = new(16, 0) }, Actor.System, default));
        Assert.Empty(await office.Get<BlockService>().ListAsync(default));
    }

    private static Booking ABooking(AnOffice office, int hour, BookingStatus status = BookingStatus.Open)
    {
        var range = office.Hours(AnOffice.Monday, hour, hour + 2);
        return new Booking
        {
            Id = Guid.CreateVersion7(),
            Day = AnOffice.Monday,
            Start = new TimeOnly(hour, 0),
            StartsAt = range.Start,
            EndsAt = range.End,
            LastName = "Muster",
            FirstName = "Max",
            NameKey = "muster, max",
            Potential = Potential.Normal,
            Status = status,
            AgentId = Guid.CreateVersion7(),
            AgentName = "anna",
            BookedAt = AnOffice.MondayMorning,
            BookedOn = AnOffice.Monday,
            ChangedAt = AnOffice.MondayMorning,
        };
    }
}
