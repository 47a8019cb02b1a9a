using MudBlazor;
using MudBlazor.Utilities.Exceptions;

namespace SlotBooking.Web.Shared.Forms;

/// <summary>Connects <see cref="DayText"/> with MudBlazor's date pickers, which hold their days as <see cref="DateTime"/>.</summary>
internal sealed class DayConverter(Func<DateOnly> today) : IReversibleConverter<DateTime?, string?>
{
    /// <summary>The key of the sentence that a field shows when no day was typed.</summary>
    public const string ErrorKey = "Converter_InvalidDay";

    /// <inheritdoc />
    public string? Convert(DateTime? input) => input is { } day ? DayText.Write(DateOnly.FromDateTime(day)) : "";

    /// <inheritdoc />
    public DateTime? ConvertBack(string? input) =>
        string.IsNullOrWhiteSpace(input) ? null
        : DayText.Read(input, today())?.ToDateTime(TimeOnly.MinValue) ?? throw new ConversionException(ErrorKey, [], null);
}
