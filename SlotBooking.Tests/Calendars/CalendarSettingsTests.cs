using System.Text;
using Microsoft.Extensions.Configuration;
using SlotBooking.Core;
using SlotBooking.Core.Calendars;

namespace SlotBooking.Tests.Calendars;

public sealed class CalendarSettingsTests
{
    [Fact]
    public void Without_credentials_every_calendar_is_kept_here()
    {
        var settings = From();

        Assert.Null(settings.Google);
        Assert.Equal(TimeSpan.FromSeconds(60), settings.SyncInterval);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3601")]
    [InlineData("oft")]
    public void A_wrong_interval_is_named(string value) => AssertRefused("Calendar:SyncSeconds", ("Calendar:SyncSeconds", value));

    [Fact]
    public void Credentials_need_the_central_calendar() => AssertRefused("CENTRAL_CALENDAR_ID", ("GOOGLE_CREDS_BASE64", "x"));

    [Theory]
    [InlineData("kein base64!")]
    [InlineData("bm8ganNvbg==")]
    public void Credentials_that_are_no_key_file_are_refused(string value) =>
        AssertRefused("GOOGLE_CREDS_BASE64", ("GOOGLE_CREDS_BASE64", value), ("CENTRAL_CALENDAR_ID", "c"));

    [Theory]
    [InlineData("""{"client_email":"a@b.c"}""", "private_key")]
    [InlineData("""{"private_key":"geheim"}""", "client_email")]
    [InlineData("""{"client_email":"a@b.c","private_key":"geheim"}""", "private_key")]
    public void A_key_file_that_lacks_something_is_refused_without_repeating_it(string json, string field)
    {
        var value = Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

        var sentence = AssertRefused("GOOGLE_CREDS_BASE64", ("GOOGLE_CREDS_BASE64", value), ("CENTRAL_CALENDAR_ID", "c"));

        Assert.Contains(field, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(value, sentence, StringComparison.Ordinal);
    }

    private static string AssertRefused(string named, params (string Name, string Value)[] values)
    {
        var exception = Assert.Throws<ConfigurationException>(() => From(values));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        return exception.Message;
    }

    private static CalendarSettings From(params (string Name, string Value)[] values) => CalendarSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value))).Build());
}
