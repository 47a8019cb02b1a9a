using System.Security.Cryptography;
using SlotBooking.Web.Hosting.KeyRing;

namespace SlotBooking.Tests.Web.Hosting;

public sealed class KeyRingSecretTests
{
    [Fact]
    public void What_was_encrypted_is_read_with_the_same_secret_only()
    {
        var encrypted = new KeyRingSecret("eins").Encrypt("<key>geheim</key>");

        Assert.DoesNotContain("geheim", encrypted, StringComparison.Ordinal);
        Assert.Equal("<key>geheim</key>", new KeyRingSecret("eins").Decrypt(encrypted));
        Assert.ThrowsAny<CryptographicException>(() => new KeyRingSecret("zwei").Decrypt(encrypted));
        Assert.ThrowsAny<CryptographicException>(() => new KeyRingSecret(null).Decrypt(encrypted));
    }

    [Fact]
    public void The_same_text_never_looks_the_same() =>
        Assert.NotEqual(new KeyRingSecret("eins").Encrypt("x"), new KeyRingSecret("eins").Encrypt("x"));
}
