using System.Buffers.Binary;

namespace SlotBooking.Core.Calendars;

/// <summary>The id of a booking's event: the same for every try, so that a repeated insert cannot make a second event.</summary>
/// <remarks>Base32hex in lower case (0–9, a–v), which is what Google allows; 29 characters.</remarks>
public static class AppointmentEventId
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuv";
    private const int GuidBytes = 16;
    private const int BitsPerDigit = 5;

    /// <summary>The id for the booking and the generation, which rises only when an id turns out to be somebody else's.</summary>
    public static string Of(Guid bookingId, int generation)
    {
        Span<byte> bytes = stackalloc byte[GuidBytes + sizeof(ushort)];
        bookingId.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[GuidBytes..], checked((ushort)generation));
        return Encode(bytes);
    }

    /// <summary>The booking and the generation that the id was made of; null when no id of ours looks like this.</summary>
    public static (Guid BookingId, int Generation)? Read(string eventId)
    {
        Span<byte> bytes = stackalloc byte[GuidBytes + sizeof(ushort)];
        if (eventId.Length != ((bytes.Length * 8) + BitsPerDigit - 1) / BitsPerDigit)
        {
            return null;
        }

        var (buffer, bits, length) = (0, 0, 0);
        foreach (var letter in eventId)
        {
            var digit = Digits.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0)
            {
                return null;
            }

            (buffer, bits) = ((buffer << BitsPerDigit) | digit, bits + BitsPerDigit);
            if (bits >= 8)
            {
                bits -= 8;
                bytes[length++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        return buffer == 0 ? (new Guid(bytes[..GuidBytes], bigEndian: true), BinaryPrimitives.ReadUInt16BigEndian(bytes[GuidBytes..])) : null;
    }

    /// <summary>The generation of an id made of this booking; null when it is not.</summary>
    public static int? GenerationOf(string eventId, Guid bookingId) =>
        Read(eventId) is { } made && made.BookingId == bookingId ? made.Generation : null;

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[((bytes.Length * 8) + BitsPerDigit - 1) / BitsPerDigit];
        var (buffer, bits, length) = (0, 0, 0);
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= BitsPerDigit)
            {
                bits -= BitsPerDigit;
                text[length++] = Digits[(buffer >> bits) & 31];
            }

            buffer &= (1 << bits) - 1;
        }

        if (bits > 0)
        {
            text[length++] = Digits[(buffer << (BitsPerDigit - bits)) & 31];
        }

        return new string(text[..length]);
    }
}
