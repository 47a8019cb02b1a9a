using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace SlotBooking.Core.Contacts;

/// <summary>Brings telephone numbers into the one form by which customers are recognised.</summary>
public static class PhoneNumber
{
    private const string HomeRegion = "DE";
    private const ulong ShortestUnknown = 1_000_000;

    /// <summary>Understands what people type ("0171 3920041", "+49 (0) 171 / 39 200 41") and writes E.164 ("+491713920041").</summary>
    /// <remarks>
    /// A number is taken when the published plans know its range, or else when its length is right and it has at least seven
    /// digits: a range newer than our plans must not turn a customer away.
    /// </remarks>
    public static bool TryNormalize(string? text, [NotNullWhen(true)] out string? e164)
    {
        e164 = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var plans = PhoneNumberUtil.GetInstance();
        try
        {
            var number = plans.Parse(text, HomeRegion);
            if (!plans.IsValidNumber(number) && (number.NationalNumber < ShortestUnknown || !HasPossibleLength(plans, number)))
            {
                return false;
            }

            e164 = plans.Format(number, PhoneNumberFormat.E164);
            return true;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static bool HasPossibleLength(PhoneNumberUtil plans, PhoneNumbers.PhoneNumber number) =>
        plans.IsPossibleNumberWithReason(number) is PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
}
