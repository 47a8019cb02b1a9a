using SlotBooking.Core.Bookings.MyBookings;
using SlotBooking.Web.Features.MyBookings;

namespace SlotBooking.Tests.Web.Features.MyBookings;

public sealed class MineAddressTests
{
    private static readonly DateOnly Today = new(2026, 6, 9);

    [Theory]
    [InlineData("my-calendar")]
    [InlineData("my-calendar?view=week&week=2026-06-08")]
    [InlineData("my-calendar?view=table&from=2026-06-01&to=2026-06-30&agent=all&stand=open,ghost&sort=-customer&page=3")]
    [InlineData("my-calendar?agent=5f0e1b9c-6f1e-4a55-9b8e-1f0d3d3a7c11&lane=noshow#q=M%C3%BCller%20%26%20Co")]
    public void An_address_is_written_as_it_was_read(string address) =>
        Assert.Equal(address, MineAddress.Read("http://office/" + address).Write().Replace("%2C", ",", StringComparison.Ordinal));

    [Theory]
    [InlineData("my-calendar?view=nonsense&from=heute&to=&week=9999-12-31&stand=x,,&sort=evil&page=-1&lane=?&open=1")]
    [InlineData("my-calendar?view=7&page=99999999999&agent=x")]
    [InlineData("my-calendar?from=2026-06-01#q=")]
    public void What_cannot_be_read_has_its_default(string address) => Assert.Equal("my-calendar", MineAddress.Read("http://office/" + address).Write());

    [Fact]
    public void What_is_searched_stands_where_no_server_sees_it()
    {
        var address = new Uri("http://office/" + (new MineAddress { Search = "Muster" }).Write());

        Assert.DoesNotContain("Muster", address.PathAndQuery, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Muster", MineAddress.Read(address.AbsoluteUri).Search);
    }

    [Fact]
    public void A_period_is_put_in_order_and_never_longer_than_thirteen_months()
    {
        Assert.Equal((Today.AddDays(-3), Today), new MineAddress().With(Today, Today.AddDays(-3)).Period(Today));
        Assert.Equal((Today, Today.AddDays(400)), new MineAddress().With(Today, Today.AddYears(9)).Period(Today));
        Assert.Equal((Today.AddDays(-60), Today.AddDays(90)), new MineAddress().Period(Today));
    }

    [Fact]
    public void Agents_see_their_own_and_others_everybodys_until_they_choose()
    {
        var (me, other) = (Guid.NewGuid(), Guid.NewGuid());
        var agent = new MineViewer(me, IsAgent: true, IsConsultant: false, IsAdmin: false);

        Assert.Equal(me, new MineAddress { AgentId = other }.Whose(agent));
        Assert.Null(new MineAddress().Whose(agent with { IsAgent = false, IsAdmin = true }));
        Assert.Equal(other, new MineAddress { AgentId = other }.Whose(agent with { IsAdmin = true }));
        Assert.Equal(me, new MineAddress().Whose(agent with { IsConsultant = true }));
        Assert.Null(new MineAddress { IsEverybody = true }.Whose(agent with { IsConsultant = true }));
    }
}
